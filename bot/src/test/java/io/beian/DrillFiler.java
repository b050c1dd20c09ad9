package io.beian;

import io.beian.value.CreditCode;
import io.beian.wording.Wording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Somebody who files a company's website while everything falls over, and goes by nothing but what
 * the chat says: an answer counts once the next question has been asked. Without an answer the
 * filer asks where things stand (继续), and goes on from there.
 */
final class DrillFiler {

    private static final Wording WORDING = new Wording();
    private static final Pattern ORDER = Pattern.compile("TY\\d{14}");
    private static final Pattern VERBATIM =
            Pattern.compile("sponsor\\.(certNo|name|investor|person\\.(name|certNo|mobile|email))");
    private static final String BEGIN = "备案";
    private static final int DELIVERIES = 3;
    private static final int PATIENCE = 80;

    private static final long READING = 1_100_000_000L;

    /** For one question: by then everything has been up again for long. */
    private static final int MOST_TRIES = 30;

    private static final int KEPT = 6;

    /**
     * A question and what is answered; the last one is no question.
     *
     * @param rival another answer that would do as well
     */
    private record Step(
            String asks, String key, String answer, Optional<String> rival, boolean photo) {}

    /**
     * How a filer goes about it.
     *
     * @param rivals whether two answers are sent at once wherever two would do
     * @param pictures draws a picture from its name
     */
    record Habits(boolean rivals, Function<String, byte[]> pictures) {

        static final Habits USUAL = new Habits(false, Specimen::of);
    }

    private final BotProcess wechat;
    private final String openid;
    private final String code;
    private final String domain;
    private final List<Step> steps;
    private final List<String> wrong = new ArrayList<>();
    private final List<String> last = new ArrayList<>();
    private final TreeSet<String> orders = new TreeSet<>();
    private long seen;
    private int acknowledged;
    private int said;
    private int races;
    private final Habits habits;
    private int at;
    private boolean hurried;

    DrillFiler(BotProcess wechat, int number, Habits habits) {
        this.wechat = wechat;
        this.habits = habits;
        this.openid = "oFault" + number;
        this.code = creditCode(number);
        this.domain = "fault-drill-" + number + ".com";
        this.steps = steps();
    }

    private static String creditCode(int number) {
        String body = "91110108MA%07d".formatted(number);
        return "0123456789ABCDEFGHJKLMNPQRTUWXY"
                .chars()
                .mapToObj(c -> body + (char) c)
                .filter(whole -> CreditCode.check(whole).<Boolean>fold(ok -> true, flaw -> false))
                .findFirst()
                .orElseThrow();
    }

    private List<Step> steps() {
        List<Step> all = new ArrayList<>();
        for (String[] each :
                new String[][] {
                    {"consent", "同意并开始"},
                    {"sponsor.province", "北京"},
                    {"sponsor.nature", "企业"},
                    {"sponsor.certNo", code},
                    {"site.*.domain", domain},
                    {"sponsor.name", "北京样张科技有限公司", "北京样张网络有限公司"},
                    {"sponsor.certAddress", "北京市海淀区样张路1号2层201室", "北京市海淀区样张路3号4层401室"},
                    {"sponsor.address", "同证件住所", "北京市朝阳区样张街5号6层601室"},
                    {"sponsor.certValid", "长期", "2041-01-31"},
                    {"sponsor.investor", "王样张", "王样张"},
                    {"sponsor.person.name", "王样张", "王样张"},
                    {"sponsor.person.certNo", "110101199003070011", "110101197803070053"},
                    {"sponsor.person.certValid", "2039-11-30", "2038-10-31"},
                    {"sponsor.person.mobile", "13800138000", "13900139000"},
                    {"sponsor.person.emergency", "010-87654321", "010-87654322"},
                    {"sponsor.person.tel", "跳过", "010-87654323"},
                    {"sponsor.person.email", "wang@example.com", "li@example.com"},
                    {"site.*.name", "样张科技官方网站", "样张网络官方网站"},
                    {"site.*.homeUrl", "www." + domain, domain},
                    {"site.*.content", "单位门户网站"},
                    {"site.*.preApproval", "以上都不涉及"},
                    {"site.*.languages", "中文简体", "英语"},
                    {"site.*.remark", "跳过", "样张科技的产品介绍"},
                    {"site.*.person.same", "同主体负责人"},
                    {"photo.licence", ""},
                    {"photo.idFront", ""},
                    {"photo.idBack", ""},
                    {"site.*.photo.verify", ""}
                }) {
            String asks = WORDING.plain(each[0] + ".ask");
            Optional<String> rival = each.length > 2 ? Optional.of(each[2]) : Optional.empty();
            all.add(new Step(asks, each[0], each[1], rival, each[1].isEmpty()));
        }
        String how = WORDING.plain("review.how");
        all.add(new Step(how, "", "提交", Optional.empty(), false));
        return all;
    }

    String openid() {
        return openid;
    }

    String code() {
        return code;
    }

    String domain() {
        return domain;
    }

    /** How many answers the chat has acknowledged. */
    int acknowledged() {
        return acknowledged;
    }

    /** How many texts were sent, however often each was delivered. */
    int said() {
        return said;
    }

    /** How many of its questions two answers would do for. */
    int rivals() {
        return (int) steps.stream().filter(step -> step.rival().isPresent()).count();
    }

    /** How often two answers were sent at once. */
    int races() {
        return races;
    }

    /** The numbers of the orders the chat has named. */
    Set<String> orders() {
        return orders;
    }

    /** What went against what the chat had said before. */
    List<String> wrong() {
        return wrong;
    }

    /**
     * What may stand in a field of the order, by question id, as far as the answer was acknowledged
     * and goes to the backend as it was said.
     */
    Map<String, Set<String>> told() {
        Map<String, Set<String>> told = new LinkedHashMap<>();
        steps.subList(0, Math.min(at, steps.size())).stream()
                .filter(step -> VERBATIM.matcher(step.key()).matches())
                .forEach(
                        step -> {
                            Set<String> answers = new TreeSet<>(Set.of(step.answer()));
                            step.rival().filter(any -> habits.rivals()).ifPresent(answers::add);
                            told.put(step.key(), answers);
                        });
        return told;
    }

    /** Files until so many questions are answered, or to the order number. */
    void play(int upTo) {
        int last = Math.min(upTo, steps.size());
        int open = tell(BEGIN);
        int tries = 0;
        while (at < last) {
            int before = at;
            open = open < 0 ? tell(at == 0 ? BEGIN : "继续") : answered(open);
            tries = at > before ? 0 : tries + 1;
            if (tries > MOST_TRIES) {
                throw new AssertionError(
                        openid + " does not get on after " + at + "; heard last: " + this.last);
            }
        }
    }

    /** Files until pictures are wanted. */
    void playToThePictures() {
        play(steps.stream().map(Step::photo).toList().indexOf(true));
    }

    /** The question that is open, by what was acknowledged; empty after the last one. */
    Optional<String> open() {
        return at < steps.size() ? Optional.of(steps.get(at).key()) : Optional.empty();
    }

    boolean finished() {
        return at >= steps.size();
    }

    void playAll() {
        play(Integer.MAX_VALUE);
    }

    /** Answers what was asked; the answer is the question that is asked then. */
    private int answered(int open) {
        if (open >= steps.size()) {
            return open;
        }
        Step step = steps.get(open);
        if (hurried || step.photo()) {
            hurried = false;
            LockSupport.parkNanos(READING);
        }
        if (step.photo()) {
            return show(step);
        }
        return habits.rivals() && step.rival().isPresent()
                ? race(step.answer(), step.rival().get())
                : tell(step.answer());
    }

    private int tell(String text) {
        try {
            said++;
            wechat.sayAtOnce(openid, text, DELIVERIES);
        } catch (IllegalStateException nobodyThere) {
            LockSupport.parkNanos(50_000_000);
        }
        return listen();
    }

    /** Two messages in one moment; every fourth time the same text, as a finger that slips does. */
    private int race(String one, String other) {
        races++;
        said += 2;
        String second = races % 4 == 0 ? one : other;
        CompletableFuture<Void> rival =
                CompletableFuture.runAsync(() -> wechat.sayAtOnce(openid, second, DELIVERIES));
        wechat.sayAtOnce(openid, one, DELIVERIES);
        rival.join();
        return listen();
    }

    private int show(Step step) {
        wechat.photo(openid, habits.pictures().apply(openid + step.key()));
        return listen();
    }

    /** Waits for a question; what only asks to wait is waited out. */
    private int listen() {
        for (int i = 0; i < PATIENCE; i++) {
            int heard = heard();
            if (heard >= 0) {
                took(heard);
                return heard;
            }
            LockSupport.parkNanos(100_000_000);
        }
        return -1;
    }

    private int heard() {
        int heard = -1;
        for (JsonNode entry : wechat.entries(openid, seen)) {
            seen = Math.max(seen, entry.path("id").asLong());
            String kind = entry.path("kind").asString("");
            if (kind.equals("REPLIED") || kind.equals("SERVED")) {
                String text = entry.path("fields").path("Content").asString("");
                last.add(kind + " " + text);
                if (last.size() > KEPT) {
                    last.remove(0);
                }
                heard = Math.max(heard, asked(text));
            }
        }
        return heard;
    }

    /** Which question a text asks; one that names an order asks none any more. */
    private int asked(String text) {
        hurried |= text.contains(WORDING.plain("crossed"));
        List<String> named = ORDER.matcher(text).results().map(MatchResult::group).toList();
        orders.addAll(named);
        if (!named.isEmpty()) {
            return steps.size();
        }
        for (int i = steps.size() - 1; i >= 0; i--) {
            if (text.contains(steps.get(i).asks())) {
                return i;
            }
        }
        return -1;
    }

    /** Questions only ever move on by the one that was answered. */
    private void took(int heard) {
        if (heard < at) {
            wrong.add("asked again for " + steps.get(heard).key() + ", acknowledged before");
        } else if (heard > at + 1) {
            wrong.add("moved from " + at + " to " + heard + " by one answer");
        }
        if (heard > at) {
            acknowledged += heard - at;
            at = heard;
        }
    }
}
