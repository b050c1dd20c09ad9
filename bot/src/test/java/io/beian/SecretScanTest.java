package io.beian;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No key, token or password stands in the sources; what only looks like one is listed. */
class SecretScanTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final String LISTED = "bot/src/test/resources/io/beian/no-secrets.txt";
    private static final String HEX = "0123456789abcdef";
    private static final String LETTERS =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZ" + "abcdefghijklmnopqrstuvwxyz" + "0123456789";

    private final Path planted;

    SecretScanTest(@TempDir Path planted) {
        this.planted = planted;
    }

    @Test
    void theSourcesHaveNoneButWhatIsListed() throws IOException {
        assertThat(ROOT.resolve(".mvn")).as("the root of the sources").isDirectory();
        Set<String> listed = listed();
        Set<String> unused = new HashSet<>(listed);

        List<SecretScan.Finding> findings = new SecretScan(ROOT).findings();

        assertThat(findings).filteredOn(each -> !listed.contains(each.value())).isEmpty();
        findings.stream()
                .filter(each -> !each.file().equals(Path.of(LISTED)))
                .forEach(each -> unused.remove(each.value()));
        assertThat(unused).as("listed, but no longer there").isEmpty();
    }

    /** {@code #n} stands for n random hexadecimal digits, {@code *n} for letters and digits. */
    @ParameterizedTest
    @CsvSource({
        "private key, a.txt, -----BEGIN !PRIVATE KEY-----",
        "private key, a.txt, -----BEGIN RSA !PRIVATE KEY-----",
        "private key, a.txt, -----BEGIN PGP !PRIVATE KEY BLOCK-----",
        "PuTTY key, a.ppk, Pu!TTY-User-Key-File-3: ssh-rsa",
        "Tink key, a.json, '{\"!keyMaterialType\": \"SYMMETRIC\"}'",
        "AWS key, a.txt, AK!IAABCDEFGHIJKLMNOP",
        "Aliyun key, a.txt, LT!AI*20",
        "Tencent Cloud key, a.txt, AK!ID*32",
        "Google key, a.js, AI!za*35",
        "GitHub token, a.md, see ghp!_*36",
        "GitLab token, a.md, glpat!-*20",
        "Slack token, a.md, xoxb!-*12",
        "npm token, a.md, npm!_*36",
        "Vault token, a.md, hvs!.*28",
        "webhook secret, a.md, whsec!_*32",
        "JWT, a.md, ey!J*12.eyJ*14.*20",
        "password in an address, a.sh, curl https:!//joe:opensesame@example.com/",
        "value of a secret, application.yml, '    secret: #32'",
        "value of a secret, application.yml, '    aes-key: *43'",
        "value of a secret, application.yml, '    token: *16'",
        "value of a secret, A.java, 'settings.put(\"password\", \"*14\");'",
        "value of a secret, run.sh, export BEIAN_WECHAT_SECRET=#32",
        "random hex, A.java, 'new Account(\"wx1\", \"#32\")'",
        "random text, A.java, 'String x = \"*43\";'",
        "file of keys, deep/down/.env, nothing",
        "file of keys, server.p12, nothing"
    })
    void findsWhatIsPlanted(String kind, String file, String line) throws IOException {
        Path path = planted.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, "first\n" + filled(line) + "\n");

        assertThat(new SecretScan(planted).findings())
                .extracting(SecretScan.Finding::kind)
                .contains(kind);
    }

    @Test
    void findsAKeyInABinaryFile() throws IOException {
        Files.writeString(planted.resolve("a.bin"), filled("\0\0-----BEGIN EC !PRIVATE KEY-----"));

        assertThat(new SecretScan(planted).findings()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "String token = settings.token().value();",
                "secret: ${beian.wechat.secret}",
                "https://example.com:8443/a@b",
                "-----BEGIN CERTIFICATE-----",
                "id: TMresult0000000000000000000000000000000000",
                "me.chanjar.weixin.common.util.http.hc.HttpComponentsMediaDownloadRequestExecutor"
            })
    void passesOverWhatIsNone(String line) throws IOException {
        Files.writeString(planted.resolve("a.txt"), line);

        assertThat(new SecretScan(planted).findings()).isEmpty();
    }

    @Test
    void saysWhereButNotWhat() throws IOException {
        String secret = filled("#32");
        Files.writeString(planted.resolve("a.yml"), "a: 1\nsecret: " + secret);

        assertThat(new SecretScan(planted).findings())
                .isNotEmpty()
                .allSatisfy(
                        each ->
                                assertThat(each.toString())
                                        .startsWith("a.yml:2 ")
                                        .doesNotContain(secret));
    }

    private static Set<String> listed() throws IOException {
        try (var lines = Files.lines(ROOT.resolve(LISTED))) {
            return lines.filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .collect(Collectors.toSet());
        }
    }

    /** The samples are put together here, or this file would be found too. */
    private static String filled(String line) {
        Random random = new Random(line.hashCode());
        StringBuilder filled = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            char each = line.charAt(i);
            if (each == '#' || each == '*') {
                int count = Integer.parseInt(line.substring(i + 1, i + 3));
                String of = each == '#' ? HEX : LETTERS;
                random.ints(count, 0, of.length()).forEach(at -> filled.append(of.charAt(at)));
                i += 2;
            } else if (each != '!') {
                filled.append(each);
            }
        }
        return filled.toString();
    }
}
