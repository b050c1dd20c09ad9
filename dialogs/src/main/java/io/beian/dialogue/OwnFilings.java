package io.beian.dialogue;

import io.beian.form.Fact;
import io.beian.form.Facts;
import io.beian.form.Source;
import io.beian.form.Step;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * 已备案信息管理: what is filed of this filer's sponsors, listed and read with masks; another site can be
 * begun from it.
 */
final class OwnFilings {

    static final String LIST = "list";
    private static final String SHOW = "show ";
    private static final String ADD = "add ";
    private static final int SHOWN = 6;
    private static final int ROWS = 14;
    private static final int SITES = 8;

    private OwnFilings() {}

    static void list(Draft draft, String licence) {
        fetch(draft, licence.isEmpty() ? LIST : SHOW + licence);
    }

    static void add(Draft draft, String licence) {
        fetch(draft, licence.isEmpty() ? LIST : ADD + licence);
    }

    private static void fetch(Draft draft, String want) {
        draft.effect(new Effect.FetchFiled(want));
        draft.say("filed.fetching");
    }

    static Turn known(Draft draft, Input.FiledKnown known) {
        draft.outcome("filed:" + known.records().size());
        String licence = known.want().substring(known.want().indexOf(' ') + 1);
        Optional<FiledRecord> one =
                known.records().stream()
                        .filter(record -> record.licence().equals(licence))
                        .findFirst();
        if (known.records().isEmpty()) {
            draft.say("filed.none");
            draft.offer("备案");
        } else if (known.want().startsWith(ADD) && one.isPresent()) {
            begin(draft, one.get());
        } else if (known.want().startsWith(SHOW) && one.isPresent()) {
            show(draft, one.get());
        } else {
            all(draft, known.records());
        }
        return draft.spoken();
    }

    static Turn unknown(Draft draft) {
        draft.outcome("filed:failed");
        draft.say("filed.failed");
        return draft.news();
    }

    private static void all(Draft draft, List<FiledRecord> records) {
        draft.say(Line.of("filed.head").with("count", records.size()));
        for (FiledRecord record : records.subList(0, Math.min(SHOWN, records.size()))) {
            draft.say(
                    Line.of("filed.unit")
                            .with("title", draft.procedure.title(facts(draft, record)))
                            .with("licence", record.licence())
                            .with("count", record.sites().size()));
            draft.offer(new Choice(record.licence(), "已备案信息 " + record.licence()));
        }
        if (records.size() > SHOWN) {
            draft.say(Line.of("filed.more").with("count", records.size() - SHOWN));
        }
    }

    private static void show(Draft draft, FiledRecord record) {
        Facts facts = facts(draft, record);
        Case of = new Case("", new Phase.Filling(), facts, List.of(), List.of(), draft.at);
        draft.say(Line.of("filed.of").with("licence", record.licence()));
        draft.walk(of).steps().stream()
                .filter(step -> step.entry().instance().isEmpty())
                .filter(step -> facts.text(step.path()).isPresent())
                .filter(step -> !Slots.takesPictures(step))
                .limit(ROWS)
                .forEach(step -> draft.say(row(draft, of, step)));
        record.sites().stream()
                .limit(SITES)
                .forEach(
                        site ->
                                draft.say(
                                        Line.of("filed.site")
                                                .with(
                                                        "domain",
                                                        site.answers().getOrDefault("domain", ""))
                                                .with(
                                                        "name",
                                                        site.answers().getOrDefault("name", ""))
                                                .with("licence", site.licence())));
        if (record.sites().size() > SITES) {
            draft.say(Line.of("filed.sites").with("count", record.sites().size()));
        }
        draft.offer(new Choice("给它新增网站", "新增网站到 " + record.licence()));
        draft.offer("变更备案");
        draft.offer("已备案信息");
    }

    private static Line row(Draft draft, Case of, Step step) {
        String text = of.facts().text(step.path()).orElse("");
        String shown =
                step.entry().question().options().stream()
                        .filter(option -> option.code().equals(text))
                        .map(option -> option.label())
                        .findFirst()
                        .orElseGet(
                                () ->
                                        step.entry()
                                                .question()
                                                .mask(text, step.entry().scope(draft.scope(of))));
        return Line.of("filed.row").about(step.entry(), draft.scope(of)).with("value", shown);
    }

    /** What is filed, as answers: only to be shown. */
    private static Facts facts(Draft draft, FiledRecord record) {
        Facts facts = draft.procedure.begin(draft.turn());
        for (Map.Entry<String, String> answer : record.sponsor().entrySet()) {
            facts = facts.with(answer.getKey(), filed(draft, answer.getValue()));
        }
        return facts;
    }

    private static Fact filed(Draft draft, String value) {
        return new Fact(value, Source.PREFILLED, true, draft.turn());
    }

    /** Another order for the same sponsor: who it is need not be asked again. */
    private static void begin(Draft draft, FiledRecord record) {
        Cases.another(draft, draft.procedure.again(record, draft.turn()));
    }
}
