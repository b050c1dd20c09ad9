package io.beian;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Looks for keys, tokens and passwords in a tree of files: by their shape, by the name that stands
 * before them, and by being random. Shapes and bounds are those that secretlint, gitleaks and
 * detect-secrets have in common.
 */
final class SecretScan {

    /** Something that looks like a secret. In words it is cut, since reports are kept and shown. */
    record Finding(Path file, int line, String kind, String value) {
        @Override
        public String toString() {
            return file
                    + ":"
                    + line
                    + " "
                    + kind
                    + " "
                    + value.substring(0, Math.min(4, value.length()))
                    + "…";
        }
    }

    /** A kind of secret. Without a minimum of bits a character the shape alone is enough. */
    private record Rule(String kind, double bits, Pattern pattern) {
        Rule(String kind, String shape) {
            this(kind, 0, Pattern.compile(shape));
        }

        Rule(String kind, double bits, String shape) {
            this(kind, bits, Pattern.compile(shape));
        }
    }

    private static final Set<String> NOT_OURS =
            Set.of("target", "data", ".git", ".idea", ".vscode", "node_modules");

    private static final Pattern KEY_FILE =
            Pattern.compile(
                    "(?i).*\\.(p12|pfx|jks|bcfks|keystore|pem|key|ppk|kdbx|env)"
                            + "|id_(rsa|ed25519|ecdsa)|\\.(netrc|npmrc|pypirc)"
                            + "|settings-security\\.xml");

    private static final Rule PEM =
            new Rule("private key", "-----BEGIN (?:[A-Z]+ )*PRIVATE KEY(?: BLOCK)?-----");

    private static final List<Rule> RULES =
            List.of(
                    PEM,
                    new Rule("PuTTY key", "PuTTY-User-Key-File-\\d"),
                    new Rule("Tink key", "keyMaterialType\"\\s*:\\s*\"(?:SYMM|ASYMMETRIC_PRIV)"),
                    new Rule("AWS key", "\\b(?:AKIA|ASIA)[A-Z0-9]{16}\\b"),
                    new Rule("Aliyun key", "\\bLTAI[A-Za-z0-9]{12,20}\\b"),
                    new Rule("Tencent Cloud key", "\\bAKID[A-Za-z0-9]{32}\\b"),
                    new Rule("Google key", "\\bAIza[\\w-]{35}\\b"),
                    new Rule("GitHub token", "\\b(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_\\w{50})"),
                    new Rule("GitLab token", "\\bglpat-[\\w-]{20}"),
                    new Rule("Slack token", "\\bxox[abeprs]-[\\w-]{10}"),
                    new Rule("npm token", "\\bnpm_[A-Za-z0-9]{36}\\b"),
                    new Rule("Vault token", "\\bhv[sbr]\\.[\\w-]{24}"),
                    new Rule("webhook secret", "\\bwhsec_[A-Za-z0-9+/]{16,}={0,2}"),
                    new Rule("JWT", "\\beyJ[\\w-]{10,}\\.eyJ[\\w-]{10,}\\.[\\w-]{10}"),
                    new Rule(
                            "password in an address",
                            "[a-z]://[^\\s/:@\"'${]{0,64}:([^\\s/@\"'${]{3,64})@"),
                    new Rule(
                            "value of a secret",
                            3.2,
                            "(?i)(?:secret|token|passw(?:or)?d|pwd"
                                    + "|(?:aes|api|access|private|transit)[-_.]?key)[\\w-]{0,32}"
                                    + "[\"']?\\s*[:=,]\\s*[\"']?([\\w+/=-]{12,})(?![\\w+/=.(-])"),
                    new Rule("random hex", 3.0, "(?<![0-9a-zA-Z])[0-9a-fA-F]{32,}(?![0-9a-zA-Z])"),
                    new Rule("random text", 4.4, "[A-Za-z0-9+/_-]{32,}={0,2}"));

    private final Path root;
    private final List<Finding> findings = new ArrayList<>();

    SecretScan(Path root) {
        this.root = root;
    }

    /** All findings below the root, without what is built, downloaded or kept there by the bot. */
    List<Finding> findings() throws IOException {
        findings.clear();
        Files.walkFileTree(
                root,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes of) {
                        boolean skip = !dir.equals(root) && NOT_OURS.contains(name(dir));
                        return skip ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes of)
                            throws IOException {
                        if (of.isRegularFile()) {
                            read(file);
                        }
                        return FileVisitResult.CONTINUE;
                    }
                });
        return List.copyOf(findings);
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }

    private void read(Path file) throws IOException {
        if (KEY_FILE.matcher(name(file)).matches()) {
            add(file, 0, "file of keys", name(file));
        }
        String content = Files.readString(file, ISO_8859_1);
        if (content.indexOf('\0') >= 0) {
            look(file, 0, PEM, content);
            return;
        }
        int number = 0;
        for (String line : content.split("\n", -1)) {
            number++;
            for (Rule rule : RULES) {
                look(file, number, rule, line);
            }
        }
    }

    private void look(Path file, int number, Rule rule, String text) {
        Matcher matcher = rule.pattern().matcher(text);
        while (matcher.find()) {
            String value = matcher.group(matcher.groupCount());
            if (rule.bits() == 0 || (mixed(value) && entropy(value) >= rule.bits())) {
                add(file, number, rule.kind(), value);
            }
        }
    }

    private void add(Path file, int line, String kind, String value) {
        findings.add(new Finding(root.relativize(file), line, kind, value));
    }

    /** Words and paths have no digits, numbers no letters. */
    private static boolean mixed(String value) {
        return value.chars().anyMatch(Character::isDigit)
                && value.chars().anyMatch(Character::isLetter);
    }

    /** Shannon's entropy in bits a character. */
    static double entropy(String value) {
        Map<Integer, Long> counts =
                value.chars()
                        .boxed()
                        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        double length = value.length();
        return counts.values().stream()
                .mapToDouble(count -> -count / length * Math.log(count / length) / Math.log(2))
                .sum();
    }
}
