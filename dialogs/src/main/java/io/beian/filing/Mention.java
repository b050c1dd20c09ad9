package io.beian.filing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A place in a reviewer's sentence where somebody or a site is named.
 *
 * @param of the path of a person or the id of a site; of whoever answers for the sites, empty
 * @param quoted whether it is a name out of the answers, whose letters say nothing else
 */
record Mention(int start, int end, Kind kind, String of, boolean quoted) {

    enum Kind {
        PERSON,
        /** 主体, 主办单位: the sponsor, and whoever answers for it where a person is meant. */
        SPONSOR,
        /** 网站负责人, of whichever site. */
        RESPONSIBLE,
        SITE,
        /** The sponsor's own name: nobody in particular. */
        NOBODY
    }

    private static final Pattern ROLES =
            Pattern.compile(
                    "(网站的?负责人|互联网信息服务负责人|服务负责人)"
                            + "|(主体负责人|主办单位负责人|主办者负责人|单位负责人|法定代表人"
                            + "|法人(?!证书|单位|登记))"
                            + "|(主体|主办单位|主办者)"
                            + "|负责人");

    private static final Pattern NUMBERED =
            Pattern.compile(
                    "网站\\s?([0-9]{1,2}|[一二三四五六七八九十])(?![0-9级个些直般样致定律]|应|切)"
                            + "|第([0-9]{1,2}|[一二三四五六七八九十])个?网站");

    private static final String NUMBERS = "一二三四五六七八九十";
    private static final int SHORTEST_NAME = 2;

    /** Everything named in a sentence, from left to right; what lies within another is left out. */
    static List<Mention> in(String text, Situation now) {
        List<Mention> all = new ArrayList<>();
        names(now).forEach((name, of) -> quotes(text, name, of, all));
        Matcher numbered = NUMBERED.matcher(text);
        while (numbered.find()) {
            site(numbered, now).ifPresent(site -> put(all, numbered, Kind.SITE, site));
        }
        Matcher roles = ROLES.matcher(text);
        while (roles.find()) {
            role(roles, all);
        }
        all.sort(Comparator.comparing(Mention::start));
        return List.copyOf(all);
    }

    /** 负责人 alone is somebody only right behind a site, as in 网站2负责人. */
    private static void role(Matcher roles, List<Mention> all) {
        boolean principal = roles.group(2) != null || roles.group(3) != null;
        boolean behind =
                all.stream()
                        .anyMatch(
                                mention ->
                                        mention.kind() == Kind.SITE
                                                && roles.start() >= mention.end()
                                                && roles.start() <= mention.end() + 1);
        if (principal) {
            Kind kind = roles.group(3) == null ? Kind.PERSON : Kind.SPONSOR;
            put(all, roles, kind, Situation.PRINCIPAL);
        } else if (roles.group(1) != null || behind) {
            put(all, roles, Kind.RESPONSIBLE, "");
        }
    }

    private static void put(List<Mention> all, Matcher found, Kind kind, String of) {
        put(all, new Mention(found.start(), found.end(), kind, of, false));
    }

    private static void put(List<Mention> all, Mention mention) {
        boolean free =
                all.stream().noneMatch(m -> m.start() < mention.end() && mention.start() < m.end());
        if (free) {
            all.add(mention);
        }
    }

    private static Optional<String> site(Matcher numbered, Situation now) {
        String text = numbered.group(1) != null ? numbered.group(1) : numbered.group(2);
        int index = NUMBERS.indexOf(text);
        int number = index >= 0 ? index + 1 : Integer.parseInt(text);
        List<String> sites = now.sites();
        return number >= 1 && number <= sites.size()
                ? Optional.of(sites.get(number - 1))
                : Optional.empty();
    }

    /** A name out of the answers, and whose it is. */
    private record Name(Kind kind, String of) {}

    /** Longer names first: one may be part of another. */
    private static Map<String, Name> names(Situation now) {
        Map<String, Name> names =
                new TreeMap<>(
                        Comparator.comparing((String name) -> -name.length())
                                .thenComparing(Comparator.naturalOrder()));
        for (String site : now.sites()) {
            Name name = new Name(Kind.SITE, site);
            Stream.of(".domain", ".name")
                    .flatMap(key -> now.facts().text("site." + site + key).stream())
                    .forEach(text -> names.putIfAbsent(text.toLowerCase(Locale.ROOT), name));
            person(now, "site." + site + ".person", names);
        }
        person(now, Situation.PRINCIPAL, names);
        now.facts()
                .text(Keys.NAME.id())
                .ifPresent(
                        text ->
                                names.put(
                                        text.toLowerCase(Locale.ROOT),
                                        now.individual()
                                                ? new Name(Kind.PERSON, Situation.PRINCIPAL)
                                                : new Name(Kind.NOBODY, "")));
        return names;
    }

    private static void person(Situation now, String path, Map<String, Name> names) {
        now.facts()
                .text(path + ".name")
                .ifPresent(
                        text ->
                                names.put(
                                        text.toLowerCase(Locale.ROOT),
                                        new Name(Kind.PERSON, path)));
    }

    private static void quotes(String text, String name, Name of, List<Mention> all) {
        if (name.length() < SHORTEST_NAME) {
            return;
        }
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.length() != text.length()) {
            return;
        }
        int at = lower.indexOf(name);
        while (at >= 0) {
            int end = at + name.length();
            if (whole(lower, at, end)) {
                put(all, new Mention(at, end, of.kind(), of.of(), true));
            }
            at = lower.indexOf(name, end);
        }
    }

    /** Not within a longer domain or word of Latin letters. */
    private static boolean whole(String text, int start, int end) {
        boolean before = start > 0 && latin(text.charAt(start - 1)) && latin(text.charAt(start));
        boolean after = end < text.length() && latin(text.charAt(end - 1));
        boolean longer =
                after
                        && (latin(text.charAt(end))
                                || (text.charAt(end) == '.'
                                        && end + 1 < text.length()
                                        && latin(text.charAt(end + 1))));
        return !before && !longer;
    }

    private static boolean latin(char c) {
        return c == '-' || (c < 128 && Character.isLetterOrDigit(c));
    }

    /** Whether the next mention is named in one breath with this one, as in 甲、乙. */
    boolean joins(Mention next, String text) {
        int gap = next.start() - end;
        return gap >= 0
                && gap <= 2
                && text.substring(end, next.start())
                        .codePoints()
                        .allMatch(c -> "、，,和与及或跟同/ ".indexOf(c) >= 0);
    }
}
