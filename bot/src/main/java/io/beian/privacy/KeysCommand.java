package io.beian.privacy;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Makes the keys in a file and exchanges them, started with {@code --beian.keys=} and one of {@code
 * create}, {@code add}, {@code promote} and {@code drop}. Each prints what to do next, and no key.
 */
public final class KeysCommand {

    private static final String ARGUMENT = "--beian.keys=";

    private KeysCommand() {}

    /** The step that is asked for, if one is. */
    public static Optional<String> asked(String[] args) {
        return Arrays.stream(args)
                .filter(arg -> arg.startsWith(ARGUMENT))
                .map(arg -> arg.substring(ARGUMENT.length()))
                .findFirst();
    }

    /** Takes one step; returns once the file is written, or with false if it could not be. */
    public static boolean run(String step, String[] args, PrintStream out) {
        SpringApplicationBuilder builder =
                new SpringApplicationBuilder(Settings.class).web(WebApplicationType.NONE);
        try (ConfigurableApplicationContext context = builder.run(args)) {
            take(step, new KeyPlace(context.getBean(PrivacySettings.class)), out);
            return true;
        } catch (KeysException e) {
            out.println(e.getMessage());
            return false;
        }
    }

    static void take(String step, KeyPlace place, PrintStream out) {
        switch (step) {
            case "create" -> {
                place.create();
                out.printf("%s: made. Keep a copy of it apart from the data.%n", place.file());
            }
            case "add" -> {
                place.replace(place.load().add());
                out.println("Added. Bring the file to every node and restart each, then promote.");
            }
            case "promote" -> {
                place.replace(place.load().promote());
                out.println(
                        "Promoted. Bring the file to every node and restart each; each seals"
                                + " everything anew. Once beian_seals_left is 0 on one that has"
                                + " logged its end, drop.");
            }
            case "drop" -> {
                place.replace(place.load().drop());
                out.println("Dropped. Bring the file to every node and restart each.");
            }
            default -> throw new KeysException("create, add, promote or drop, not " + step, null);
        }
    }

    /** The settings, and nothing of the bot. */
    @EnableConfigurationProperties(PrivacySettings.class)
    static class Settings {}
}
