package io.beian.filing;

import io.beian.dialogue.Problem;
import io.beian.form.Facts;
import io.beian.value.ValidUntil;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What does not fit together among the answers of an order, told all at once in the preview. */
final class Checks {

    private static final Map<String, Pattern> APPROVAL_WORDS =
            Map.of(
                    "1", Pattern.compile("新闻|资讯|头条|日报"),
                    "2", Pattern.compile("出版|图书|期刊"),
                    "5", Pattern.compile("药|医疗器械"),
                    "9", Pattern.compile("游戏|动漫|演出"),
                    "10", Pattern.compile("影视|视频|直播|广播|电视"),
                    "13", Pattern.compile("金融|理财|基金|网贷|支付|信托"),
                    "14", Pattern.compile("培训|辅导|学科"),
                    "15", Pattern.compile("佛教|教会|宗教"));

    private final Facts facts;
    private final LocalDate today;
    private final List<Problem> problems = new ArrayList<>();

    Checks(Facts facts, LocalDate today) {
        this.facts = facts;
        this.today = today;
    }

    List<Problem> run() {
        problems.addAll(Matching.problems(facts));
        emergency("sponsor.person");
        expiry("sponsor.certValid");
        expiry("sponsor.person.certValid");
        for (String site : facts.instances(Keys.SITE)) {
            site("site." + site);
        }
        problems.sort(Comparator.comparing(problem -> !problem.blocking()));
        return List.copyOf(problems);
    }

    private void site(String site) {
        if (at(site + ".person.same").equals(Tables.OTHER)) {
            emergency(site + ".person");
            expiry(site + ".person.certValid");
            twoPeople(site);
        }
        boolean none = at(site + ".preApproval").equals(Tables.NO_APPROVAL);
        if (none && Tables.CONTENTS_NEEDING_APPROVAL.contains(at(site + ".content"))) {
            advise(site + ".preApproval", "contentNeedsApproval");
        }
        if (none) {
            String names = at(site + ".name") + at("sponsor.name");
            APPROVAL_WORDS.values().stream()
                    .map(words -> words.matcher(names))
                    .filter(java.util.regex.Matcher::find)
                    .findFirst()
                    .ifPresent(
                            word ->
                                    problems.add(
                                            new Problem(
                                                    site + ".preApproval",
                                                    "approvalWord",
                                                    "",
                                                    false,
                                                    Map.of("word", word.group()))));
        }
    }

    /** One person has one number; two people have two. Told apart by certificate, not by name. */
    private void twoPeople(String site) {
        String mine = site + ".person";
        if (at(mine + ".certNo").equals(at("sponsor.person.certNo"))) {
            block(site + ".person.same", "samePerson");
            return;
        }
        for (String field : List.of(".mobile", ".email")) {
            if (at(mine + field).equals(at("sponsor.person" + field))) {
                block(mine + field, "sharedContact");
            }
        }
    }

    private void emergency(String person) {
        String number = at(person + ".emergency");
        if (!number.isEmpty() && number.equals(at(person + ".mobile"))) {
            block(person + ".emergency", "emergencySame");
        }
    }

    private void expiry(String path) {
        Optional<ValidUntil> valid =
                facts.text(path)
                        .flatMap(
                                text ->
                                        ValidUntil.check(text, today)
                                                .<Optional<ValidUntil>>fold(
                                                        Optional::of, flaw -> Optional.empty()));
        if (valid.filter(v -> v.expiresWithin(People.MONTHS_LEFT, today)).isPresent()) {
            advise(path, "expiresSoon");
        }
    }

    private String at(String path) {
        return facts.text(path).orElse("");
    }

    private void block(String field, String code) {
        problems.add(new Problem(field, code, "", true, Map.of()));
    }

    private void advise(String field, String code) {
        problems.add(new Problem(field, code, "", false, Map.of()));
    }
}
