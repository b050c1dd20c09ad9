package io.beian;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Each setting is described for editors ({@code spring-configuration-metadata.json}). */
class SettingsTest {

    private static final Pattern BY_VALUE = Pattern.compile("\\$\\{(beian\\.[a-z0-9.-]+)");
    private static final Pattern IN_README = Pattern.compile("`(beian\\.[a-z0-9.-]+)`");

    private final Map<String, String> described = described();

    private static Map<String, String> described() {
        String name = "/META-INF/spring-configuration-metadata.json";
        try (InputStream in =
                Objects.requireNonNull(SettingsTest.class.getResourceAsStream(name), name)) {
            Map<String, String> all = new TreeMap<>();
            for (JsonNode each : JsonMapper.shared().readTree(in).path("properties")) {
                all.put(each.path("name").asString(), each.path("description").asString(""));
            }
            return all;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void describesEachOfARecord() throws ClassNotFoundException {
        List<String> settings = new ArrayList<>();
        for (Class<?> record : records()) {
            String prefix = record.getAnnotation(ConfigurationProperties.class).value();
            collect(prefix, record, settings);
        }

        assertThat(settings).hasSizeGreaterThan(80).contains("beian.wechat.menu");
        assertThat(described).containsKeys(settings.toArray(String[]::new));
        assertThat(settings)
                .allMatch(name -> described.getOrDefault(name, "").length() > 5, "is described");
    }

    /** What is not in a record stands in {@code additional-spring-configuration-metadata.json}. */
    @Test
    void describesEachThatIsReadByItself() throws IOException {
        TreeSet<String> read = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main"))) {
            for (Path source : sources.filter(SettingsTest::isRead).toList()) {
                read.addAll(names(BY_VALUE, Files.readString(source)));
            }
        }

        assertThat(read).contains("beian.data-dir", "beian.wechat.burst");
        assertThat(described.keySet()).containsAll(read);
        assertThat(read)
                .allMatch(name -> described.getOrDefault(name, "").length() > 5, "is described");
    }

    @Test
    void describesEachTheReadmeTellsOf() throws IOException {
        List<String> told = names(IN_README, Files.readString(Path.of("../README.md")));

        assertThat(told).contains("beian.wechat.menu").hasSizeGreaterThan(20);
        assertThat(told)
                .allMatch(
                        name ->
                                described.keySet().stream()
                                        .anyMatch(
                                                known ->
                                                        known.equals(name)
                                                                || name.startsWith(known + ".")
                                                                || known.startsWith(name + ".")));
    }

    private static boolean isRead(Path file) {
        return file.toString().endsWith(".java") || file.toString().endsWith(".yml");
    }

    private static List<String> names(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .distinct()
                .collect(Collectors.toList());
    }

    /** Also of those that are only bound once an account or a profile is named. */
    private static List<Class<?>> records() throws ClassNotFoundException {
        ClassPathScanningCandidateComponentProvider scan =
                new ClassPathScanningCandidateComponentProvider(false) {
                    @Override
                    protected boolean isCandidateComponent(MetadataReader reader) {
                        return reader.getAnnotationMetadata()
                                .hasAnnotation(ConfigurationProperties.class.getName());
                    }
                };
        scan.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        List<Class<?>> records = new ArrayList<>();
        for (BeanDefinition each : scan.findCandidateComponents("io.beian")) {
            records.add(Class.forName(each.getBeanClassName()));
        }
        return records;
    }

    private static void collect(String prefix, Class<?> record, List<String> settings) {
        for (RecordComponent each : record.getRecordComponents()) {
            String name = prefix + "." + dashed(each.getName());
            boolean nested =
                    each.getType().getEnclosingClass() == record && each.getType().isRecord();
            if (nested) {
                collect(name, each.getType(), settings);
            } else {
                settings.add(name);
            }
        }
    }

    private static String dashed(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
    }
}
