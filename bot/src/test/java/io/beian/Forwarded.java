package io.beian;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The answer of a server to a request that reached another one. */
record Forwarded(int status, Map<String, List<String>> headers, byte[] content) {

    /**
     * Asks it on behalf of another one.
     *
     * @param port of this machine
     * @throws IOException if it does not answer
     */
    static Forwarded to(int port, HttpExchange from, byte[] body) throws IOException {
        URI to = URI.create("http://127.0.0.1:" + port + from.getRequestURI());
        HttpURLConnection call = (HttpURLConnection) to.toURL().openConnection();
        call.setRequestMethod(from.getRequestMethod());
        from.getRequestHeaders()
                .forEach((name, values) -> call.setRequestProperty(name, values.get(0)));
        call.setRequestProperty("Connection", "close");
        if (body.length > 0) {
            call.setDoOutput(true);
            call.getOutputStream().write(body);
        }
        return of(call);
    }

    private static Forwarded of(HttpURLConnection call) throws IOException {
        int status = call.getResponseCode();
        Map<String, List<String>> headers = new TreeMap<>();
        for (String name : List.of("Content-Type", "ETag", "Retry-After")) {
            String value = call.getHeaderField(name);
            if (value != null) {
                headers.put(name, List.of(value));
            }
        }
        try (InputStream in = status < 400 ? call.getInputStream() : call.getErrorStream()) {
            return new Forwarded(status, headers, in == null ? new byte[0] : in.readAllBytes());
        }
    }

    void give(HttpExchange exchange) throws IOException {
        int length = content.length;
        exchange.getResponseHeaders().putAll(headers);
        exchange.sendResponseHeaders(status, length == 0 ? -1 : length);
        exchange.getResponseBody().write(content);
    }
}
