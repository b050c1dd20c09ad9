package io.beian;

import io.beian.filing.IcpFiling;
import io.beian.form.Fact;
import io.beian.form.Facts;
import io.beian.talk.Stage;
import io.beian.talk.View;
import io.beian.talk.Views;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** Plays over the webhook of the running product, through the simulated WeChat. */
final class WebhookStage implements Stage {

    private static final Duration BETWEEN = Duration.ofSeconds(5);

    private final RunningBot bot;
    private final Consumer<Duration> clock;
    private final String openid;
    private Map<String, Object> last = Map.of();
    private long seen;
    private long served;

    WebhookStage(RunningBot bot, Consumer<Duration> clock, String openid) {
        this.bot = bot;
        this.clock = clock;
        this.openid = openid;
    }

    private String send(Map<String, Object> message) {
        return all(message).get(0);
    }

    private List<String> all(Map<String, Object> message) {
        clock.accept(BETWEEN);
        seen = lastEntry();
        last = message;
        List<String> replies =
                bot.send(openid, message).stream()
                        .map(r -> r.path("content").asString(""))
                        .toList();
        bot.settle();
        return replies;
    }

    private long lastEntry() {
        return bot.entries(openid, 0).stream()
                .mapToLong(e -> e.path("id").asLong())
                .max()
                .orElse(0);
    }

    @Override
    public String say(String text) {
        return send(Map.of("type", "text", "text", text));
    }

    @Override
    public String tap(String label) {
        return tap(label, 0);
    }

    @Override
    public String tapOld(String label) {
        return tap(label, 1);
    }

    private String tap(String label, int back) {
        List<Map<String, String>> offers =
                bot.entries(openid, 0).stream()
                        .map(e -> RunningBot.choices(e.path("fields").path("Content").asString("")))
                        .filter(choices -> !choices.isEmpty())
                        .toList();
        Map<String, String> choices = offers.get(offers.size() - 1 - back);
        if (!choices.containsKey(label)) {
            throw new AssertionError("no choice " + label + " among " + choices.keySet());
        }
        return send(Map.of("type", "text", "text", label, "menuId", choices.get(label)));
    }

    @Override
    public List<String> photos(List<String> specimens) {
        clock.accept(BETWEEN);
        List<CompletableFuture<JsonNode>> sent = new ArrayList<>();
        for (String name : specimens) {
            byte[] picture = Specimen.of(name);
            sent.add(CompletableFuture.supplyAsync(() -> bot.photo(openid, picture)));
        }
        List<String> replies =
                sent.stream()
                        .map(CompletableFuture::join)
                        .map(r -> r.path("replies").path(0).path("content").asString(""))
                        .toList();
        bot.settle();
        return replies;
    }

    @Override
    public String other(String kind) {
        return send(Map.of("type", kind));
    }

    @Override
    public String resend() {
        JsonNode message =
                bot.entries(openid, seen).stream()
                        .filter(e -> e.path("kind").asString().equals("SAID"))
                        .findFirst()
                        .orElseThrow();
        Map<String, Object> again = new TreeMap<>(last);
        again.put("msgId", message.path("fields").path("MsgId").asString());
        String reply = bot.send(openid, again).get(0).path("content").asString("");
        bot.settle();
        return reply;
    }

    @Override
    public List<String> atOnce(String text, int times) {
        return all(Map.of("type", "text", "text", text, "deliver", times));
    }

    /** One after the other: over HTTP nobody can say which of two arrives first. */
    @Override
    public List<String> together(List<String> texts) {
        return texts.stream().map(this::say).toList();
    }

    @Override
    public void review(String action, List<String> reasons) {
        String order = view().orderNumber().orElseThrow();
        if (action.equals("approve")) {
            List.of("PASS_PRE_REVIEW", "PASS_ADMIN", "INTERFACE_TAKES")
                    .forEach(event -> decide(order, Map.of("event", event)));
            bot.get("/sandbox/desk/api/orders/" + order)
                    .path("verifiers")
                    .findValuesAsString("person")
                    .forEach(
                            person ->
                                    decide(
                                            order,
                                            Map.of("event", "PERSON_VERIFIES", "person", person)));
            decide(order, Map.of("event", "BUREAU_APPROVES"));
            RunningBot.await("the approval", () -> view().phase().equals("Filed"));
        } else {
            decide(
                    order,
                    Map.of(
                            "event",
                            "REJECT_PRE_REVIEW",
                            "errors",
                            reasons.stream()
                                    .map(reason -> reason.split("=", 2))
                                    .map(r -> Map.of("field", r[0], "text", r[1]))
                                    .toList()));
            RunningBot.await("the return", () -> view().phase().equals("Returned"));
        }
        bot.settle();
    }

    private void decide(String order, Map<String, Object> decision) {
        JsonNode done = bot.post("/sandbox/desk/api/orders/" + order + "/decisions", decision);
        if (done.has("status") && done.path("status").isNumber()) {
            throw new AssertionError("the desk refused " + decision + ": " + done);
        }
    }

    @Override
    public void restart() {
        bot.restart();
    }

    @Override
    public void advance(Duration time) {
        clock.accept(time);
        bot.settle();
    }

    @Override
    public List<String> received() {
        List<JsonNode> all =
                bot.entries(openid, served).stream()
                        .filter(e -> e.path("kind").asString().equals("SERVED"))
                        .toList();
        served = lastEntry();
        return all.stream().map(e -> e.path("fields").path("Content").asString("")).toList();
    }

    @Override
    public View view() {
        JsonNode c = bot.conversation(openid);
        Map<String, String> facts = new TreeMap<>();
        c.path("facts").properties().forEach(f -> facts.put(f.getKey(), f.getValue().asString()));
        List<String> choices = new ArrayList<>();
        c.path("choices").values().forEach(choice -> choices.add(choice.path("label").asString()));
        return new View(
                c.path("version").asLong(),
                c.path("phase").asString(""),
                text(c.path("asks")),
                choices,
                facts,
                text(c.path("refused")),
                text(c.path("order").path("number")),
                text(c.path("order").path("state")));
    }

    private static Optional<String> text(JsonNode node) {
        return node.isString() ? Optional.of(node.asString()) : Optional.empty();
    }

    @Override
    public String masked(String path, String value) {
        Map<String, String> shown = view().facts();
        Facts known =
                Facts.NONE
                        .with("site", Fact.system(shown.getOrDefault("site", "s1"), 0))
                        .with(
                                "sponsor.nature",
                                Fact.system(shown.getOrDefault("sponsor.nature", ""), 0));
        return Views.masked(new IcpFiling(), Optional.of(known), path, value);
    }

    @Override
    public boolean speaks() {
        return true;
    }

    @Override
    public void close() {}
}
