package io.beian.sandbox.reset;

import io.beian.sandbox.Memory;
import io.beian.sandbox.SandboxClock;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Begins anew with one phone, with the time, or with all of it; no file has to be deleted. */
@RestController
@Profile("sandbox")
@RequestMapping("/sandbox/reset")
class ResetApi {

    private final List<Memory> memories;
    private final SandboxClock clock;

    ResetApi(List<Memory> memories, SandboxClock clock) {
        this.memories = memories;
        this.clock = clock;
    }

    /**
     * A wish, one of them.
     *
     * @param phone openid of the person to forget
     * @param clock whether the time is to be the present again
     * @param everything whether everybody is forgotten and the time is the present
     */
    record Wish(@Nullable String phone, @Nullable Boolean clock, @Nullable Boolean everything) {}

    /** What time it is now. */
    record Done(Instant now) {}

    /** Takes JSON only, so that a page from elsewhere cannot erase anything by a plain form. */
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    synchronized ResponseEntity<Done> reset(@RequestBody Wish wish) {
        if (Boolean.TRUE.equals(wish.everything())) {
            clock.reset();
            twice(Memory::forgetEverybody);
        } else if (wish.phone() != null && !wish.phone().isBlank()) {
            String openid = wish.phone();
            twice(memory -> memory.forget(openid));
        } else if (Boolean.TRUE.equals(wish.clock())) {
            clock.reset();
        } else {
            return ResponseEntity.unprocessableContent().build();
        }
        return ResponseEntity.ok(new Done(clock.instant()));
    }

    /** What one part was still telling another while it was asked to forget is forgotten too. */
    private void twice(Consumer<Memory> forgetting) {
        memories.forEach(forgetting);
        memories.forEach(forgetting);
    }
}
