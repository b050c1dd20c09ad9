package io.beian;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The finished jar and its bill of materials say the same, and everything in it may be given on.
 */
class ShippedJarIT {

    private static final String LIBRARIES = "BOOT-INF/lib/";
    private static final String BILL = "META-INF/sbom/application.cdx.json";

    /** Identifiers of SPDX, and what some write instead. A new one is read before it is added. */
    private static final Set<String> PERMITTED =
            Set.of(
                    "Apache-2.0",
                    "MIT",
                    "MIT-0",
                    "BSD-2-Clause",
                    "BSD-3-Clause",
                    // TwelveMonkeys says "The BSD License", which is taken for this one; it means
                    // the one of three clauses.
                    "BSD-4-Clause",
                    "CC0-1.0",
                    "EPL-1.0",
                    "EPL-2.0",
                    "LGPL-2.1-only",
                    "LGPL-2.1-or-later",
                    // ICU; permissive, in the words of the MIT licence.
                    "Unicode-3.0");

    @Test
    void theBillNamesExactlyWhatIsShipped() throws IOException {
        Map<String, String> billed = new TreeMap<>();
        for (JsonNode component : components()) {
            billed.put(sha256(component), component.path("purl").asString());
        }
        try (JarFile jar = jar()) {
            Map<String, String> shipped = new TreeMap<>();
            for (JarEntry library : libraries(jar)) {
                shipped.put(sha256(jar, library), library.getName());
            }
            assertThat(shipped).hasSizeGreaterThan(50);
            assertThat(shipped).allSatisfy((hash, name) -> assertThat(billed).containsKey(hash));
            // Starters are empty; Spring Boot leaves them out of the jar.
            billed.keySet().removeAll(shipped.keySet());
            assertThat(billed.values()).allMatch(purl -> purl.contains("/spring-boot-starter"));
        }
    }

    @Test
    void everythingShippedMayBeGivenOn() throws IOException {
        Map<String, List<String>> refused = new TreeMap<>();
        for (JsonNode component : components()) {
            List<String> licences = licences(component);
            boolean ours = component.path("group").asString().equals("io.beian");
            if (!ours && licences.stream().noneMatch(PERMITTED::contains)) {
                refused.put(component.path("purl").asString(), licences);
            }
        }
        assertThat(refused).isEmpty();
    }

    /** The licence and what is by others, and the settings for editors. */
    @Test
    void namesItsLicenceAndItsSettings() throws IOException {
        try (JarFile jar = jar()) {
            assertThat(text(jar, "META-INF/LICENSE"))
                    .contains("Apache License", "Version 2.0", "Beian Bot contributors");
            assertThat(text(jar, "META-INF/NOTICE"))
                    .contains("Beian Bot contributors", "Noto Sans SC", "divisions", "Redis");
            String settings =
                    jar.stream()
                            .map(JarEntry::getName)
                            .filter(
                                    name ->
                                            name.endsWith(
                                                    "META-INF/spring-configuration-metadata.json"))
                            .findFirst()
                            .orElseThrow();
            assertThat(text(jar, settings)).contains("beian.wechat.menu", "beian.data-dir");
        }
    }

    private static String text(JarFile jar, String name) throws IOException {
        try (InputStream in = jar.getInputStream(jar.getEntry(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static JarFile jar() throws IOException {
        return new JarFile(System.getProperty("beian.jar"));
    }

    private static List<JarEntry> libraries(JarFile jar) {
        return jar.stream()
                .filter(each -> each.getName().startsWith(LIBRARIES) && !each.isDirectory())
                .toList();
    }

    private static List<JsonNode> components() throws IOException {
        try (JarFile jar = jar();
                InputStream bill = jar.getInputStream(jar.getEntry(BILL))) {
            JsonNode components = JsonMapper.shared().readTree(bill).path("components");
            return StreamSupport.stream(components.spliterator(), false).toList();
        }
    }

    private static String sha256(JsonNode component) {
        for (JsonNode hash : component.path("hashes")) {
            if (hash.path("alg").asString().equals("SHA-256")) {
                return hash.path("content").asString();
            }
        }
        return "no hash of " + component.path("purl").asString();
    }

    private static String sha256(JarFile jar, JarEntry entry) throws IOException {
        try (InputStream in = jar.getInputStream(entry)) {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(in.readAllBytes()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Several of one component are a choice. */
    private static List<String> licences(JsonNode component) {
        List<String> licences = new ArrayList<>();
        for (JsonNode each : component.path("licenses")) {
            JsonNode licence = each.path("license");
            licences.add(
                    licence.path("id")
                            .asString(
                                    licence.path("name")
                                            .asString(each.path("expression").asString(""))));
        }
        return licences;
    }
}
