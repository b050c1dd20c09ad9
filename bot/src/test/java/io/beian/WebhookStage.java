package io.beian;

import io.beian.dialogue.Problem;
import io.beian.filing.IcpFiling;
import io.beian.form.Fact;
import io.beian.form.Facts;
import io.beian.order.OrderEvent;
import io.beian.talk.Stage;
import io.beian.talk.TalkPlayer;
import io.beian.talk.View;
import io.beian.talk.Views;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.dao.DataAccessException;
import tools.jackson.databind.JsonNode;

/** Plays over the webhook of the running product, through the simulated WeChat. */
final class WebhookStage implements Stage {

    private static final String AGENT = "/sandbox/wechat/api/agents/kf2001@sandbox";
    private static final Pattern LINK = Pattern.compile("/sandbox/verification/[\\w-]+");
    private static final Duration BETWEEN = Duration.ofSeconds(5);

    private final RunningBot bot;
    private final Consumer<Duration> clock;
    private final String openid;
    private Map<String, Object> last = Map.of();
    private long seen;
    private long served;
    private long newest;

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
        newest =
                bot.entries(openid, newest).stream()
                        .mapToLong(e -> e.path("id").asLong())
                        .max()
                        .orElse(newest);
        return newest;
    }

    @Override
    public String say(String text) {
        return send(Map.of("type", "text", "text", text));
    }

    /**
     * Whether the bot asks for something again, after a Redis that was away. Whoever looks into
     * Redis meanwhile is refused as well.
     */
    boolean goesOn(String asked) {
        try {
            return say("继续").contains(asked);
        } catch (DataAccessException notYet) {
            return false;
        }
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
    public void review(OrderEvent event, String person, List<Problem> reasons) {
        String order = view().orderNumber().orElseThrow();
        if (event == OrderEvent.GIVE_VERIFICATION) {
            faceCheck();
            pushed(order);
            return;
        }
        Map<String, Object> decision = new TreeMap<>();
        decision.put("event", event.name());
        if (!person.isEmpty()) {
            decision.put("person", person);
        }
        if (!reasons.isEmpty()) {
            decision.put("errors", reasons.stream().map(WebhookStage::error).toList());
        }
        JsonNode done = bot.post("/sandbox/desk/api/orders/" + order + "/decisions", decision);
        if (done.has("status") && done.path("status").isNumber()) {
            throw new AssertionError("the desk refused " + decision + ": " + done);
        }
        pushed(order);
    }

    /** Opens the latest link and does there what is asked; it is the filer's own move. */
    private void faceCheck() {
        String path =
                bot.entries(openid, 0).stream()
                        .map(
                                entry ->
                                        LINK.matcher(
                                                entry.path("fields").path("Content").asString("")))
                        .filter(Matcher::find)
                        .map(Matcher::group)
                        .reduce((earlier, later) -> later)
                        .orElseThrow(() -> new AssertionError("no link to a verification"));
        bot.post(path, Map.of());
    }

    private static Map<String, String> error(Problem reason) {
        Map<String, String> error = new TreeMap<>();
        error.put("field", reason.field());
        error.put("code", reason.code());
        error.put("text", reason.text().isEmpty() ? "管局返回" : reason.text());
        Optional.ofNullable(reason.args().get("suggest"))
                .ifPresent(value -> error.put("suggest", value));
        return error;
    }

    /** Waits until the bot has heard of all that happened to the order. */
    private void pushed(String order) {
        RunningBot.await(
                "the events of the order",
                () ->
                        bot
                                .get("/sandbox/desk/api/orders/" + order)
                                .path("history")
                                .values()
                                .stream()
                                .allMatch(step -> step.path("pushed").asBoolean()));
        bot.settle();
    }

    @Override
    public void agents(boolean there) {
        bot.post(AGENT, Map.of("online", there));
    }

    @Override
    public void agentLeaves() {
        bot.post(AGENT + "/sessions/" + openid + "/close", Map.of());
        RunningBot.await("the agent's leaving", () -> view().asks().isPresent());
        bot.settle();
    }

    @Override
    public void restart() {
        bot.restart();
    }

    @Override
    public void advance(Duration time) {
        clock.accept(time);
        view().orderNumber().ifPresent(this::timed);
        bot.settle();
    }

    /** Waits until the backend's own clock has brought about what was due. */
    private void timed(String order) {
        Instant now = Instant.parse(bot.get("/sandbox/clock").path("now").asString());
        RunningBot.await(
                "the timers of the order",
                () -> {
                    String end =
                            bot.get("/sandbox/desk/api/orders/" + order)
                                    .path("row")
                                    .path("deadline")
                                    .asString("");
                    return end.isEmpty() || Instant.parse(end).isAfter(now);
                });
        pushed(order);
    }

    /** What came as a service message, or with its fields only as one of WeChat's notices. */
    @Override
    public List<String> received() {
        List<String> all =
                bot.entries(openid, served).stream()
                        .map(WebhookStage::received)
                        .filter(text -> !text.isEmpty())
                        .toList();
        served = lastEntry();
        return all;
    }

    private static String received(JsonNode entry) {
        return switch (entry.path("kind").asString()) {
            case "SERVED" -> entry.path("fields").path("Content").asString("");
            case "NOTICED" -> TalkPlayer.NOTICE + entry.path("fields").path("Title").asString("");
            default -> "";
        };
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
