package io.beian.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class KeyPlaceTest {

    private static final byte[] WORD = {7};

    private final Path file;

    KeyPlaceTest(@TempDir Path folder) {
        this.file = folder.resolve("secret").resolve("keys.json");
    }

    @Test
    void makesKeysOnceIfItMay() {
        byte[] sealed = place(true).load().vault(false).seal(WORD, "x");

        assertThat(place(true).load().vault(false).open(sealed, "x")).isEqualTo(WORD);
        assertThat(place(false).load().vault(false).open(sealed, "x")).isEqualTo(WORD);
    }

    @Test
    void makesNoneUnasked() {
        assertThatExceptionOfType(KeysException.class).isThrownBy(() -> place(false).load());
        assertThat(file).doesNotExist();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void letsNobodyElseReadThem() throws IOException {
        place(true).load();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (var all = Files.list(file.getParent())) {
            assertThat(all).containsExactly(file);
        }
    }

    @Test
    void readsThemFromTheEnvironmentFirst() {
        String text = KeyRing.create().text();
        place(true).load();
        PrivacySettings settings = new PrivacySettings(new Secret(text), file, false, null, false);

        byte[] sealed = KeyRing.read(text).vault(false).seal(WORD, "x");
        assertThat(new KeyPlace(settings).load().vault(false).open(sealed, "x")).isEqualTo(WORD);
        assertThat(settings.toString()).doesNotContain(text);
    }

    @Test
    void tellsNothingOfATextThatIsNone() throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "{\"primaryKeyId\": 1, \"key\": [\"hush\"]}");

        assertThatExceptionOfType(KeysException.class)
                .isThrownBy(() -> place(true).load())
                .withNoCause()
                .withMessageNotContaining("hush");
    }

    @Test
    void exchangesKeysStepByStep() {
        assertThat(step("create")).contains("made");
        Vault first = place(false).load().vault(false);
        byte[] old = first.seal(WORD, "x");
        assertThat(step("add")).contains("promote");
        Vault added = place(false).load().vault(false);
        step("promote");
        Vault promoted = place(false).load().vault(false);
        byte[] young = promoted.seal(WORD, "x");

        assertThat(added.isCurrent(old)).isTrue();
        assertThat(added.open(young, "x")).isEqualTo(WORD);
        assertThat(promoted.isCurrent(old)).isFalse();
        step("drop");
        assertThat(place(false).load().vault(false).open(young, "x")).isEqualTo(WORD);
        assertThatExceptionOfType(SealException.class)
                .isThrownBy(() -> place(false).load().vault(false).open(old, "x"));
    }

    @Test
    void neverMakesKeysInThePlaceOfOthers() throws IOException {
        step("create");
        String before = Files.readString(file);

        assertThatExceptionOfType(KeysException.class).isThrownBy(() -> step("create"));
        assertThatExceptionOfType(KeysException.class).isThrownBy(() -> step("turn"));
        assertThat(Files.readString(file)).isEqualTo(before);
    }

    @Test
    void hasThemWrappedByAKeyManagementService() throws IOException {
        HttpServer service = transit();
        try {
            KeyRing keys = wrapped(service, "root").create();

            assertThat(Files.readString(file)).startsWith("vault:v1:").doesNotContain("AesGcmKey");
            byte[] sealed = keys.vault(false).seal(WORD, "x");
            assertThat(wrapped(service, "root").load().vault(false).open(sealed, "x"))
                    .isEqualTo(WORD);
            assertThatExceptionOfType(KeysException.class)
                    .isThrownBy(() -> wrapped(service, "other").load())
                    .withMessageContaining("403");
        } finally {
            service.stop(0);
        }
        assertThatExceptionOfType(KeysException.class)
                .isThrownBy(() -> wrapped(service, "root").load())
                .withMessageContaining("cannot be reached");
    }

    private String step(String step) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        KeysCommand.take(step, place(false), new PrintStream(printed, true, UTF_8));
        return printed.toString(UTF_8);
    }

    private KeyPlace place(boolean makeKeys) {
        return new KeyPlace(new PrivacySettings(null, file, makeKeys, null, false));
    }

    private KeyPlace wrapped(HttpServer service, String token) {
        URI address =
                URI.create(
                        "http://127.0.0.1:%d/v1/transit/"
                                .formatted(service.getAddress().getPort()));
        return new KeyPlace(
                new PrivacySettings(
                        null,
                        file,
                        false,
                        new PrivacySettings.Transit(address, "beian", new Secret(token)),
                        false));
    }

    /** What the service answers by its documentation, with a cipher that only looks like one. */
    private static HttpServer transit() throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/v1/transit/encrypt/beian",
                exchange ->
                        answer(
                                exchange,
                                body ->
                                        Map.of(
                                                "ciphertext",
                                                turned(body, "plaintext", "vault:v1:"))));
        server.createContext(
                "/v1/transit/decrypt/beian",
                exchange ->
                        answer(
                                exchange,
                                body -> Map.of("plaintext", turned(body, "ciphertext", ""))));
        server.start();
        return server;
    }

    private static String turned(JsonNode body, String field, String prefix) {
        String text = body.path(field).asString().replace("vault:v1:", "");
        return prefix + new StringBuilder(text).reverse();
    }

    private interface Service {
        Map<String, String> data(JsonNode body);
    }

    private static void answer(HttpExchange exchange, Service service) throws IOException {
        try (exchange) {
            if (!"root".equals(exchange.getRequestHeaders().getFirst("X-Vault-Token"))) {
                exchange.sendResponseHeaders(403, -1);
                return;
            }
            JsonMapper json = new JsonMapper();
            byte[] answer =
                    json.writeValueAsBytes(
                            Map.of("data", service.data(json.readTree(exchange.getRequestBody()))));
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }
}
