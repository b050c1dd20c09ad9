package io.beian.sandbox.wechat;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Drives the simulator over HTTP, as scripts do and as the bot does. */
record Script(String base, HttpClient http) {

    private static final JsonMapper JSON = JsonMapper.shared();

    Script(int port) {
        this("http://127.0.0.1:" + port, HttpClient.newHttpClient());
    }

    /** Sends a message for somebody and waits for what comes of it. */
    JsonNode send(String openid, Map<String, ?> message) throws Exception {
        String path = "/sandbox/wechat/api/users/" + openid + "/messages";
        return JSON.readTree(post(path, message).body());
    }

    JsonNode reply(String openid, Map<String, ?> message) throws Exception {
        return send(openid, message).path("replies").path(0);
    }

    JsonNode say(String openid, String text) throws Exception {
        return reply(openid, Map.of("type", "text", "text", text));
    }

    JsonNode entries(String openid) throws Exception {
        return get("/sandbox/wechat/api/users/" + openid + "/entries");
    }

    String token() throws Exception {
        return issue(Map.of()).path("access_token").asString();
    }

    /** Asks for a token with the sandbox's account, except for what is given. */
    JsonNode issue(Map<String, Object> changes) throws Exception {
        Map<String, Object> request = new HashMap<>();
        request.put("grant_type", "client_credential");
        request.put("appid", "wx5a6d626f7853616e");
        request.put("secret", "7361d6e64626f7873616e64626f78736");
        request.putAll(changes);
        return JSON.readTree(post(FakeApi.PATH + "/stable_token", request).body());
    }

    /** Calls the API with a good token. */
    JsonNode call(String path, Object body) throws Exception {
        return JSON.readTree(post(FakeApi.PATH + path + "?access_token=" + token(), body).body());
    }

    JsonNode serve(String openid, String text) throws Exception {
        return call(
                "/message/custom/send",
                Map.of("touser", openid, "msgtype", "text", "text", Map.of("content", text)));
    }

    JsonNode get(String path) throws Exception {
        return JSON.readTree(fetch(path).body());
    }

    HttpResponse<byte[]> fetch(String path) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(base + path)).build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    HttpResponse<byte[]> post(String path, Object body) throws IOException, InterruptedException {
        return postRaw(path, "application/json", JSON.writeValueAsBytes(body));
    }

    HttpResponse<byte[]> postRaw(String path, String type, byte[] body)
            throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(base + path))
                        .header("Content-Type", type)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    /** Uploads a file as the field {@code media}. */
    JsonNode upload(String type, String fileName, byte[] content) throws Exception {
        String boundary = "b0undary";
        byte[] head =
                """
                --%s
                Content-Disposition: form-data; name="media"; filename="%s"
                Content-Type: application/octet-stream

                """
                        .formatted(boundary, fileName)
                        .replace("\n", "\r\n")
                        .getBytes(UTF_8);
        byte[] tail = "\r\n--%s--\r\n".formatted(boundary).getBytes(UTF_8);
        HttpRequest request =
                HttpRequest.newBuilder(
                                URI.create(
                                        base
                                                + FakeApi.PATH
                                                + "/media/upload?type="
                                                + type
                                                + "&access_token="
                                                + token()))
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(
                                HttpRequest.BodyPublishers.concat(
                                        HttpRequest.BodyPublishers.ofByteArray(head),
                                        HttpRequest.BodyPublishers.ofByteArray(content),
                                        HttpRequest.BodyPublishers.ofByteArray(tail)))
                        .build();
        return JSON.readTree(http.send(request, HttpResponse.BodyHandlers.ofByteArray()).body());
    }
}
