package io.beian.preview;

import io.beian.dialogue.Case;
import io.beian.dialogue.CheckList;
import io.beian.dialogue.Conversation;
import io.beian.dialogue.TrayPhoto;
import io.beian.filing.IcpFiling;
import io.beian.form.Entry;
import io.beian.form.Fact;
import io.beian.paper.Sheet;
import io.beian.wording.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All that is kept of a person, filing by filing: what is previewed, and behind it every other
 * answer, so that nothing is left out.
 */
final class OwnDataSheet {

    private static final Pattern PICTURES = Pattern.compile("[0-9a-f]{64}[0-9a-f, ]*");

    private final IcpFiling filing;
    private final Sheets sheets;
    private final Wording wording;

    OwnDataSheet(IcpFiling filing, Sheets sheets, Wording wording) {
        this.filing = filing;
        this.sheets = sheets;
        this.wording = wording;
    }

    /** The sheet, and the hashes of its pictures in their order. */
    record Content(Sheet sheet, List<String> hashes) {}

    Content of(Conversation conversation) {
        List<Sheet.Part> parts = new ArrayList<>();
        List<Shown> pictures = new ArrayList<>();
        int number = 1;
        for (Case of : conversation.cases()) {
            String name = wording.plain("export.filing") + number + " ";
            sheets.parts(answered(of)).stream()
                    .map(part -> new Sheet.Part(name + part.heading(), plain(part.rows())))
                    .forEach(parts::add);
            parts.add(new Sheet.Part(name + wording.plain("export.rest"), rest(of)));
            pictures.addAll(pictures(name, of));
            number++;
        }
        Sheet sheet =
                new Sheet(
                        wording.plain("export.title"),
                        "",
                        wording.plain("export.note"),
                        parts,
                        pictures.stream().map(Shown::picture).toList());
        return new Content(sheet, pictures.stream().map(Shown::hash).toList());
    }

    private record Shown(String hash, Sheet.Picture picture) {}

    private List<CheckList.Row> answered(Case of) {
        return sheets.rows(of).stream().filter(row -> !row.value().isEmpty()).toList();
    }

    /** Numbers are for changing an answer, which cannot be done here. */
    private static List<Sheet.Row> plain(List<Sheet.Row> rows) {
        return rows.stream().map(row -> new Sheet.Row("", row.label(), row.value())).toList();
    }

    /** What is kept besides, as it is kept. */
    private List<Sheet.Row> rest(Case of) {
        Set<String> shown =
                sheets.rows(of).stream().map(CheckList.Row::path).collect(Collectors.toSet());
        Map<String, Entry> entries =
                filing.form().entries(of.facts(), section -> true).stream()
                        .collect(Collectors.toMap(Entry::path, Function.identity(), (a, b) -> a));
        List<Sheet.Row> rows = new ArrayList<>();
        of.phase()
                .order()
                .ifPresent(
                        order -> rows.add(new Sheet.Row("", wording.plain("export.order"), order)));
        for (Map.Entry<String, Fact> fact : of.facts().byPath().entrySet()) {
            String value = fact.getValue().value();
            boolean telling = !value.isEmpty() && !PICTURES.matcher(value).matches();
            if (telling && !shown.contains(fact.getKey())) {
                Entry entry = entries.get(fact.getKey());
                String label =
                        entry == null
                                ? wording.plain("export.fact")
                                : wording.label(entry.question().key().id());
                rows.add(new Sheet.Row("", label, value));
            }
        }
        return rows;
    }

    private List<Shown> pictures(String name, Case of) {
        Stream<Shown> filed =
                sheets.rows(of).stream()
                        .flatMap(
                                row ->
                                        row.pictures().stream()
                                                .map(CheckList.Shot::sha256)
                                                .flatMap(
                                                        hash ->
                                                                shown(
                                                                        name
                                                                                + wording.label(
                                                                                        row
                                                                                                .question()),
                                                                        hash)));
        Stream<Shown> waiting =
                of.tray().stream()
                        .map(TrayPhoto::sha256)
                        .flatMap(hash -> hash.stream())
                        .flatMap(hash -> shown(name + wording.plain("export.tray"), hash));
        return Stream.concat(filed, waiting).toList();
    }

    private Stream<Shown> shown(String caption, String hash) {
        return sheets
                .picture(hash)
                .map(jpeg -> new Shown(hash, new Sheet.Picture(caption, jpeg)))
                .stream();
    }
}
