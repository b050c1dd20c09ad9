package io.beian.sandbox;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Shows conversations to scripts and to the inspector's page. */
@RestController
@Profile("sandbox")
@RequestMapping("/sandbox/conversations")
final class Inspector {

    private final ObjectProvider<ConversationView> view;

    Inspector(ObjectProvider<ConversationView> view) {
        this.view = view;
    }

    @GetMapping
    List<String> known() {
        return view.stream().flatMap(v -> v.known().stream()).sorted().toList();
    }

    @GetMapping("/{openid}")
    ConversationView.Snapshot conversation(@PathVariable String openid) {
        return view.stream()
                .flatMap(v -> v.of(openid).stream())
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
