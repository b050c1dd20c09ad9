package io.beian;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A browser: keeps cookies, goes where it is sent and remembers the way. */
final class Visitor {

    private static final int FARTHEST = 8;

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();
    private final List<HttpResponse<byte[]>> way = new ArrayList<>();

    private Visitor() {}

    /** One that has nothing to do with WeChat. */
    static Visitor onAComputer() {
        return new Visitor();
    }

    /** The one of WeChat on somebody's phone, with which pages of these nodes are opened. */
    static Visitor onThePhoneOf(String openid, RunningBot... nodes) {
        Visitor visitor = new Visitor();
        for (RunningBot node : nodes) {
            visitor.holds(openid, node);
        }
        return visitor;
    }

    private void holds(String openid, RunningBot bot) {
        HttpCookie phone = new HttpCookie("sandbox-phone-" + bot.base().getPort(), openid);
        phone.setPath("/");
        phone.setVersion(0);
        cookies.getCookieStore().add(bot.base(), phone);
    }

    /** Opens an address and follows until there is a page. */
    HttpResponse<byte[]> open(String url) {
        way.clear();
        HttpResponse<byte[]> answer = step(url);
        while (answer.statusCode() == 302) {
            if (way.size() > FARTHEST) {
                throw new AssertionError("sent round in circles");
            }
            answer = step(leadsTo(answer));
        }
        return answer;
    }

    /** Opens an address and goes no further. */
    HttpResponse<byte[]> step(String url) {
        HttpResponse<byte[]> answer = send(HttpRequest.newBuilder(URI.create(url)).build());
        way.add(answer);
        return answer;
    }

    HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All answers since the address was opened, the page last. */
    List<HttpResponse<byte[]>> way() {
        return List.copyOf(way);
    }

    static String leadsTo(HttpResponse<?> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }

    static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }
}
