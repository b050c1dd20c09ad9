package io.beian.dialogue;

import java.util.Optional;

/**
 * A picture that has arrived but is not filed under a question yet.
 *
 * @param target the question it was sent for; empty if it came in a burst and has to be asked. One
 *     that is kept and has a target serves for another question already and waits for a yes
 * @param sha256 present once it is fetched and kept
 */
public record TrayPhoto(String id, Optional<String> target, Optional<String> sha256) {

    boolean fetching() {
        return sha256.isEmpty();
    }

    TrayPhoto kept(String hash) {
        return new TrayPhoto(id, target, Optional.of(hash));
    }

    TrayPhoto meantFor(String path) {
        return new TrayPhoto(id, Optional.of(path), sha256);
    }

    TrayPhoto unassigned() {
        return new TrayPhoto(id, Optional.empty(), sha256);
    }
}
