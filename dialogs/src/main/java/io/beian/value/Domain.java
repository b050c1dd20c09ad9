package io.beian.value;

import com.google.common.base.Splitter;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A domain a filer can file: one label under a public suffix, or two under gov.cn. Other letters
 * than a to z are encoded by IDNA 2008 (UTS 46, non-transitional).
 */
public record Domain(String ascii) implements SiteAddress {

    private static final int SHORTEST = 4;
    private static final int LONGEST = 128;
    static final String LENGTHS = SHORTEST + "-" + LONGEST;
    private static final Pattern LABEL = Pattern.compile("[a-z0-9-]{1,63}");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");
    private static final Splitter DOTS = Splitter.on('.');
    private static final String GOVERNMENT = ".gov.cn";
    private static final Pattern AFFAIRS = Pattern.compile("\\.xn--zfr164b(?:\\.cn)?$");

    public Domain {
        new Rule(Domain::flaw).require(ascii);
    }

    /** Reads a bare host name, Chinese or ASCII. */
    static Checked<Domain> of(String host) {
        Optional<Flaw> typed = DomainLetters.typedFlaw(host);
        if (typed.isPresent()) {
            return new Checked.Bad<>(typed.get());
        }
        List<Optional<String>> labels = DOTS.splitToStream(host).map(Domain::encoded).toList();
        if (!labels.stream().allMatch(Optional::isPresent)) {
            return new Checked.Bad<>(labelFlaw(host).orElse(Flaw.of("label", host)));
        }
        String ascii = String.join(".", labels.stream().flatMap(Optional::stream).toList());
        return new Rule(Domain::flaw).check(ascii, Domain::new);
    }

    /** Plain labels have flaws with names of their own; a joiner out of place is no letter. */
    private static Optional<String> encoded(String label) {
        if (label.chars().allMatch(c -> c < 0x80)) {
            return Optional.of(label);
        }
        return Idn.ascii(label).or(() -> Idn.ascii(label.replaceAll("[\\u200C\\u200D]", "")));
    }

    /** The domain a text stands for, be it right or mended. */
    static Optional<String> meant(String host) {
        return of(host).fold(domain -> Optional.of(domain.text()), Flaw::suggestion);
    }

    /**
     * As people write it, Chinese where it is Chinese; where that would not be read as this domain
     * again (сосо.com in Cyrillic letters), as the registry writes it, which is what browsers do.
     */
    @Override
    public String text() {
        String written = shown(ascii);
        return written.equals(ascii) || isRead(written) ? written : ascii;
    }

    private boolean isRead(String written) {
        return SiteAddress.check(written).fold(this::equals, flaw -> false);
    }

    /** Such a domain (.gov.cn, .政务, .政务.cn) belongs to organs of party and state only. */
    public boolean isGovernment() {
        return ascii.endsWith(GOVERNMENT) || AFFAIRS.matcher(ascii).find();
    }

    /** The ministry may not have approved the ending; the filer had better look it up. */
    public boolean mayLackApproval() {
        return !ApprovedEndings.hold(ending(ascii));
    }

    /** A domain is public. */
    @Override
    public String toString() {
        return text();
    }

    private static Optional<Flaw> flaw(String ascii) {
        return shapeFlaw(ascii)
                .or(() -> DomainLetters.flaw(shown(ascii)))
                .or(() -> suffixFlaw(ascii))
                .or(() -> levelFlaw(ascii));
    }

    private static Optional<Flaw> shapeFlaw(String ascii) {
        String shown = shown(ascii);
        if (ascii.indexOf('.') < 0) {
            return Optional.of(Flaw.of("noDot", shown));
        }
        if (ascii.length() < SHORTEST || ascii.length() > LONGEST) {
            return Optional.of(Flaw.length(shown, ascii.length(), LENGTHS));
        }
        return labelFlaw(ascii);
    }

    private static Optional<Flaw> labelFlaw(String host) {
        for (String label : DOTS.split(host)) {
            boolean chinese = label.chars().anyMatch(c -> c > 0x7F);
            if (!chinese && !LABEL.matcher(label).matches()) {
                return Optional.of(Flaw.of("label", shown(host)).with("label", label));
            }
            // Two hyphens in this place mark encoded names, RFC 5891 §4.2.3.1.
            boolean encoded = label.startsWith("--", 2) && !isEncoded(label);
            if (label.startsWith("-") || label.endsWith("-") || encoded) {
                return Optional.of(Flaw.of("hyphen", shown(host)).with("label", label));
            }
        }
        return Optional.empty();
    }

    private static boolean isEncoded(String label) {
        return label.startsWith("xn--")
                && Idn.ascii(Idn.unicode(label)).filter(label::equals).isPresent()
                && !Idn.unicode(label).equals(label);
    }

    private static Optional<Flaw> suffixFlaw(String ascii) {
        String ending = ending(ascii);
        if (DomainName.isSuffix(ascii)) {
            return Optional.of(Flaw.of("suffix", shown(ascii)));
        }
        if (NUMBER.matcher(ending).matches() || !DomainName.isHost(ascii)) {
            return Optional.of(
                    Flaw.of("topLevel", shown(ascii))
                            .with("ending", shown(ending))
                            .suggesting(slip(ascii).map(Domain::shown)));
        }
        return DomainName.platform(ascii)
                .map(owner -> Flaw.of("hosted", shown(ascii)).with("owner", owner));
    }

    private static Optional<String> slip(String ascii) {
        return DomainName.withoutSlip(ascii)
                .filter(mended -> !mended.equals(ascii))
                .filter(Domain::isFileable);
    }

    private static boolean isFileable(String ascii) {
        return flaw(ascii).isEmpty();
    }

    private static Optional<Flaw> levelFlaw(String ascii) {
        String registrable = DomainName.registrable(ascii);
        String deepest = ascii.endsWith(GOVERNMENT) ? DomainName.tail(ascii, 4) : registrable;
        String bare = ascii.startsWith("www.") ? ascii.substring(4) : ascii;
        if (ascii.equals(registrable) || (ascii.equals(deepest) && bare.equals(ascii))) {
            return Optional.empty();
        }
        boolean onlyWww = bare.length() < ascii.length() && isFileable(bare);
        String meant = onlyWww ? bare : slip(ascii).orElse(deepest);
        return Optional.of(
                Flaw.of(onlyWww ? "www" : "subdomain", shown(ascii))
                        .suggesting(
                                Optional.of(meant)
                                        .filter(Domain::isFileable)
                                        .map(right -> new Domain(right).text())));
    }

    private static String ending(String ascii) {
        return ascii.substring(ascii.lastIndexOf('.') + 1);
    }

    private static String shown(String ascii) {
        return Idn.unicode(ascii);
    }
}
