package io.beian.privacy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Wraps a key set with a key that never leaves its service: the transit API of OpenBao and
 * HashiCorp Vault ({@code POST /encrypt/:name}, {@code POST /decrypt/:name}).
 */
final class TransitService {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int OK = 200;

    private final PrivacySettings.Transit service;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final JsonMapper json = new JsonMapper();

    TransitService(PrivacySettings.Transit service) {
        this.service = service;
    }

    String wrap(String keys) {
        byte[] bytes = keys.getBytes(StandardCharsets.UTF_8);
        String plaintext = Base64.getEncoder().encodeToString(bytes);
        return call("encrypt", Map.of("plaintext", plaintext), "ciphertext");
    }

    String unwrap(String wrapped) {
        String plaintext = call("decrypt", Map.of("ciphertext", wrapped.strip()), "plaintext");
        return new String(Base64.getDecoder().decode(plaintext), StandardCharsets.UTF_8);
    }

    private String call(String what, Map<String, String> body, String wanted) {
        String base = service.address().toString().replaceAll("/+$", "");
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(base + "/" + what + "/" + service.key()))
                        .timeout(PATIENCE)
                        .header("X-Vault-Token", service.token().value())
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body)))
                        .build();
        try {
            HttpResponse<String> response =
                    http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != OK) {
                throw failed(what, "answered " + response.statusCode());
            }
            return json.readTree(response.body()).path("data").path(wanted).asString();
        } catch (IOException e) {
            throw failed(what, "cannot be reached");
        } catch (JacksonException e) {
            throw failed(what, "answered no JSON with " + wanted);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(what, "was not waited for");
        }
    }

    private KeysException failed(String what, String why) {
        return new KeysException(
                "%s %s when asked to %s the keys".formatted(service.address(), why, what), null);
    }
}
