package io.beian.preview;

import io.beian.dialogue.Case;
import io.beian.dialogue.CheckList;
import io.beian.filing.IcpFiling;
import io.beian.filing.Keys;
import io.beian.outbox.Pictures;
import io.beian.paper.Sheet;
import io.beian.wording.Wording;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Turns a case into the sheet that is printed and shown: the same rows that are submitted. */
final class Sheets {

    private static final ZoneId BUREAU = ZoneId.of("Asia/Shanghai");

    private final IcpFiling filing;
    private final Wording wording;
    private final Pictures pictures;
    private final Clock clock;

    Sheets(IcpFiling filing, Wording wording, Pictures pictures, Clock clock) {
        this.filing = filing;
        this.wording = wording;
        this.pictures = pictures;
        this.clock = clock;
    }

    List<CheckList.Row> rows(Case of) {
        return CheckList.of(filing, of, LocalDate.ofInstant(clock.instant(), BUREAU));
    }

    Optional<byte[]> picture(String sha256) {
        return pictures.get(sha256);
    }

    Sheet sheet(Case of) {
        List<CheckList.Row> rows = rows(of);
        return new Sheet(
                wording.plain("sheet.title"),
                of.facts()
                        .text(Keys.TYPE.id())
                        .map(type -> wording.plain("sheet.type." + type))
                        .orElse(""),
                wording.plain("sheet.note"),
                parts(rows),
                pictures(rows));
    }

    /** The sections in their order; of several sites each is a block of its own behind them. */
    List<Sheet.Part> parts(List<CheckList.Row> rows) {
        Map<String, List<Sheet.Row>> sections = new LinkedHashMap<>();
        Map<String, List<Sheet.Row>> sites = new LinkedHashMap<>();
        for (CheckList.Row row : rows) {
            Map<String, List<Sheet.Row>> parts = row.record().isPresent() ? sites : sections;
            parts.computeIfAbsent(heading(row), heading -> new ArrayList<>()).add(printed(row));
        }
        return Stream.concat(sections.entrySet().stream(), sites.entrySet().stream())
                .map(part -> new Sheet.Part(part.getKey(), part.getValue()))
                .toList();
    }

    private String heading(CheckList.Row row) {
        return row.record().orElseGet(() -> wording.section(row.section()));
    }

    private Sheet.Row printed(CheckList.Row row) {
        return new Sheet.Row(
                Integer.toString(row.number()),
                wording.label(row.question()),
                row.value().isEmpty() ? wording.plain("sheet.nothing") : row.value());
    }

    private String caption(CheckList.Row row) {
        String label = wording.label(row.question());
        return row.shortRecord().map(site -> site + " " + label).orElse(label);
    }

    private List<Sheet.Picture> pictures(List<CheckList.Row> rows) {
        List<Sheet.Picture> all = new ArrayList<>();
        for (CheckList.Row row : rows) {
            for (CheckList.Shot shot : row.pictures()) {
                String slot = caption(row);
                String caption = shot.kind().map(kind -> slot + "（" + kind + "）").orElse(slot);
                pictures.get(shot.sha256())
                        .ifPresent(jpeg -> all.add(new Sheet.Picture(caption, jpeg)));
            }
        }
        return all;
    }
}
