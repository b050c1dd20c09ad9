package io.beian.value;

import io.beian.value.ValidityToken.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What somebody said about a validity: either until when, or why that is not clear.
 *
 * @param code why not
 * @param date the day that is the trouble, as written; may be empty
 * @param meant what an unclear text may mean
 */
record ValidityReading(
        Optional<ValidUntil> until, String code, String date, List<ValidUntil> meant) {

    private enum Role {
        BEGINS,
        ENDS,
        NONE
    }

    /** A day or 长期, and what the words around it make of it. */
    private record Part(ValidityToken token, Role role, boolean either) {
        Part being(Role other) {
            return new Part(token, other, either);
        }

        boolean is(Kind kind) {
            return token.kind() == kind;
        }
    }

    private static ValidityReading until(ValidUntil value) {
        return new ValidityReading(Optional.of(value), "", "", List.of());
    }

    private static ValidityReading flaw(String code) {
        return flaw(code, "");
    }

    private static ValidityReading flaw(String code, String date) {
        return new ValidityReading(Optional.empty(), code, date, List.of());
    }

    static ValidityReading of(List<ValidityToken> tokens, LocalDate today) {
        for (Kind kind : List.of(Kind.CALENDAR, Kind.UNKNOWN, Kind.IMPOSSIBLE)) {
            Optional<ValidityToken> found =
                    tokens.stream().filter(token -> token.kind() == kind).findFirst();
            if (found.isPresent()) {
                return switch (kind) {
                    case UNKNOWN -> flaw("format");
                    case CALENDAR -> flaw("calendar");
                    default -> flaw("date", found.get().text());
                };
            }
        }
        return new Sentence(tokens, parts(tokens), today).read();
    }

    /** Each day and 长期 with its role. */
    private static List<Part> parts(List<ValidityToken> tokens) {
        List<Part> parts = new ArrayList<>();
        List<Kind> between = new ArrayList<>();
        for (ValidityToken token : tokens) {
            if (token.tells()) {
                parts.add(part(token, parts, between));
                between.clear();
            } else if (between.isEmpty() && !parts.isEmpty()) {
                close(parts, token.kind());
                between.add(token.kind());
            } else {
                between.add(token.kind());
            }
        }
        boolean open = between.contains(Kind.TO) || between.contains(Kind.OPEN);
        if (open && !parts.isEmpty() && last(parts).role() != Role.ENDS) {
            last(parts, Role.BEGINS);
        }
        return parts;
    }

    private static Part part(ValidityToken token, List<Part> before, List<Kind> between) {
        boolean either = between.contains(Kind.OR);
        boolean after = !before.isEmpty() && last(before).role() != Role.ENDS;
        if (between.contains(Kind.TO) && after) {
            last(before, Role.BEGINS);
            return new Part(token, Role.ENDS, either);
        }
        boolean labelled =
                between.contains(Kind.UNTIL_LABEL)
                        || between.contains(Kind.TO)
                        || (before.isEmpty() && between.contains(Kind.UNTIL));
        if (labelled) {
            return new Part(token, Role.ENDS, either);
        }
        boolean begins =
                between.contains(Kind.FROM_LABEL)
                        || (before.isEmpty() && between.contains(Kind.FROM));
        return new Part(token, begins ? Role.BEGINS : Role.NONE, either);
    }

    /** A word right behind a day, as in 2030年1月31日止. */
    private static void close(List<Part> parts, Kind kind) {
        if (kind == Kind.UNTIL) {
            last(parts, Role.ENDS);
        } else if (kind == Kind.FROM || kind == Kind.OPEN) {
            last(parts, Role.BEGINS);
        }
    }

    private static Part last(List<Part> parts) {
        return parts.get(parts.size() - 1);
    }

    private static void last(List<Part> parts, Role role) {
        parts.set(parts.size() - 1, last(parts).being(role));
    }

    /** All of it together. */
    private record Sentence(List<ValidityToken> tokens, List<Part> parts, LocalDate today) {

        ValidityReading read() {
            List<Part> ends = parts.stream().filter(part -> part.role() != Role.BEGINS).toList();
            if (ends.isEmpty()) {
                return withoutEnd();
            }
            boolean endless = ends.stream().anyMatch(part -> part.is(Kind.ENDLESS));
            return endless ? endless(ends) : dated(ends);
        }

        private boolean has(Kind kind) {
            return tokens.stream().anyMatch(token -> token.kind() == kind);
        }

        private ValidityReading withoutEnd() {
            if (has(Kind.LASTING)) {
                return flaw("lasting");
            }
            if (!parts.isEmpty()) {
                ValidityToken first = last(parts).token();
                boolean coming = first.days().stream().anyMatch(this::holds);
                return coming ? unclear(List.of(last(parts))) : flaw("begins", shown(first));
            }
            boolean nothing = tokens.isEmpty() || has(Kind.NOT_ENDLESS) || has(Kind.NO);
            return flaw(nothing || !onlyBlank() ? "empty" : "blank");
        }

        private boolean onlyBlank() {
            return tokens.stream()
                    .allMatch(
                            token ->
                                    token.kind() == Kind.BLANK
                                            || (token.kind() == Kind.TO
                                                    && !token.text().matches("[至到a-z]+")));
        }

        /** 长期, and perhaps the day it began. */
        private ValidityReading endless(List<Part> ends) {
            Part first = parts.get(0);
            boolean began =
                    ends.stream()
                            .allMatch(
                                    part ->
                                            part.is(Kind.ENDLESS)
                                                    || (part.equals(first) && past(part)));
            boolean clear =
                    began
                            && parts.stream().noneMatch(part -> part.either() || coming(part))
                            && !has(Kind.NOT_ENDLESS)
                            && !has(Kind.NO)
                            && !has(Kind.LASTING);
            return clear ? until(ValidUntil.LONG_TERM) : unclear(ends);
        }

        private boolean past(Part part) {
            return part.is(Kind.DAY)
                    && part.role() == Role.NONE
                    && !holds(part.token().days().get(0));
        }

        private boolean coming(Part part) {
            return part.token().days().stream().anyMatch(this::holds);
        }

        private ValidityReading dated(List<Part> ends) {
            Set<List<LocalDate>> different = new LinkedHashSet<>();
            ends.forEach(part -> different.add(part.token().days()));
            if (ends.stream().anyMatch(part -> part.is(Kind.PARTIAL))) {
                return different.size() > 1 ? unclear(ends) : flaw("partial");
            }
            boolean range = different.size() == 2 && ends.size() == 2 && past(ends.get(0));
            Part end = last(ends);
            if (end.is(Kind.UNSURE) || end.either() || (different.size() > 1 && !range)) {
                return unclear(ends);
            }
            return ending(end, range || parts.size() > ends.size());
        }

        /** One end; whether a beginning stands before it. */
        private ValidityReading ending(Part end, boolean begun) {
            LocalDate day = end.token().days().get(0);
            boolean reversed =
                    parts.stream()
                            .filter(part -> part.role() == Role.BEGINS)
                            .flatMap(part -> part.token().days().stream())
                            .anyMatch(begin -> begin.isAfter(day));
            if (reversed) {
                return unclear(parts);
            }
            if (holds(day)) {
                return has(Kind.BLANK) ? unclear(parts) : until(new ValidUntil(day));
            }
            if (end.role() == Role.ENDS || begun) {
                return flaw("expired", day.toString());
            }
            return has(Kind.LASTING) ? flaw("lasting") : flaw("begins", day.toString());
        }

        private boolean holds(LocalDate day) {
            return !day.isBefore(today);
        }

        private static String shown(ValidityToken token) {
            return token.kind() == Kind.DAY ? token.days().get(0).toString() : token.text().strip();
        }

        /** What can still be an end; nothing left means that all of it is over. */
        private ValidityReading unclear(List<Part> among) {
            List<ValidUntil> meant = among.stream().flatMap(this::ends).distinct().toList();
            boolean partial = among.stream().anyMatch(part -> part.is(Kind.PARTIAL));
            Optional<LocalDate> day =
                    among.stream().flatMap(part -> part.token().days().stream()).findFirst();
            return meant.isEmpty() && !partial && day.isPresent()
                    ? flaw("expired", day.get().toString())
                    : new ValidityReading(Optional.empty(), "unclear", "", meant);
        }

        private Stream<ValidUntil> ends(Part part) {
            return part.is(Kind.ENDLESS)
                    ? Stream.of(ValidUntil.LONG_TERM)
                    : part.token().days().stream().filter(this::holds).map(ValidUntil::new);
        }
    }
}
