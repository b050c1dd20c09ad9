package io.beian.preview;

import io.beian.dialogue.Case;
import io.beian.dialogue.CheckList;
import io.beian.dialogue.Phase;
import io.beian.filing.IcpFiling;
import io.beian.filing.Keys;
import io.beian.outbox.Pictures;
import io.beian.paper.Sheet;
import io.beian.wording.Wording;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Turns a case into the sheet that is printed and shown: the same rows that are submitted. */
final class Sheets {

    private static final ZoneId BUREAU = ZoneId.of("Asia/Shanghai");

    private static final DateTimeFormatter MADE =
            DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm", Locale.CHINA).withZone(BUREAU);

    /** How the question for the name of the sponsor is put to a private person. */
    private static final String PERSONS_NAME = "sponsor.name@person";

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
        return CheckList.of(filing, of, today());
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), BUREAU);
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
                imprint(of, rows),
                note(of, rows),
                parts(rows.stream().filter(row -> !pictured(row)).toList()),
                seal(rows),
                pictures(rows));
    }

    /** When a sheet is made, as it says itself. */
    String made() {
        return wording.filled("sheet.made", Map.of("when", MADE.format(clock.instant())));
    }

    /** The order, if there is one, the hour, and by what a paper is known to say the same. */
    private String imprint(Case of, List<CheckList.Row> rows) {
        Stream<String> order =
                of
                        .phase()
                        .order()
                        .map(number -> wording.filled("sheet.order", Map.of("order", number)))
                        .stream();
        String version = wording.filled("sheet.version", Map.of("version", version(rows)));
        return Stream.concat(order, Stream.of(made(), version)).collect(Collectors.joining(" · "));
    }

    /** The same answers and pictures have the same version; any other has another. */
    private static String version(List<CheckList.Row> rows) {
        MessageDigest digest = sha256();
        for (CheckList.Row row : rows) {
            String pictures =
                    row.pictures().stream()
                            .map(CheckList.Shot::sha256)
                            .collect(Collectors.joining(","));
            String line = String.join("\0", row.path(), row.value(), pictures, "");
            digest.update(line.getBytes(StandardCharsets.UTF_8));
        }
        String all = HexFormat.of().withUpperCase().formatHex(digest.digest());
        return all.substring(0, 4) + "-" + all.substring(4, 8);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** What can be done with it now: nothing is to be checked before submission once it is past. */
    private String note(Case of, List<CheckList.Row> rows) {
        return wording.filled("sheet.note." + stands(of.phase()), Map.of("number", example(rows)));
    }

    private static String stands(Phase phase) {
        if (phase instanceof Phase.Submitting || phase instanceof Phase.Tracking) {
            return "submitted";
        }
        if (phase instanceof Phase.Returned) {
            return "returned";
        }
        if (phase instanceof Phase.Filed) {
            return "filed";
        }
        boolean over = phase instanceof Phase.Withdrawn || phase instanceof Phase.Expired;
        return over ? "closed" : "open";
    }

    /** The number of an answer that is easily changed. */
    private static String example(List<CheckList.Row> rows) {
        return rows.stream()
                .filter(row -> row.path().endsWith(".email"))
                .findFirst()
                .map(row -> Integer.toString(row.number()))
                .orElse(Integer.toString(rows.size()));
    }

    private Sheet.Seal seal(List<CheckList.Row> rows) {
        boolean person = rows.stream().anyMatch(row -> row.question().equals(PERSONS_NAME));
        String who = person ? "person" : "unit";
        return new Sheet.Seal(
                wording.plain("sheet.seal." + who),
                List.of(wording.plain("sheet.seal." + who + ".places").split("\\|")));
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

    /** Shown as pictures, with its number beneath them, a row would only count them again. */
    private boolean pictured(CheckList.Row row) {
        return row.pictures().stream().anyMatch(shot -> picture(shot.sha256()).isPresent());
    }

    private String heading(CheckList.Row row) {
        return row.record().orElseGet(() -> wording.section(row.section()));
    }

    private Sheet.Row printed(CheckList.Row row) {
        return new Sheet.Row(
                Integer.toString(row.number()),
                wording.label(row.question()),
                row.value().isEmpty() ? wording.plain("sheet.nothing") : row.value(),
                !row.value().isEmpty());
    }

    private String caption(CheckList.Row row) {
        String label = row.number() + " " + wording.label(row.question());
        return row.shortRecord().map(site -> label + "（" + site + "）").orElse(label);
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
