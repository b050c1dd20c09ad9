package io.beian.sandbox.wechat;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.JsonNode;

/** What the phone page is furnished with: people, account, menu, pictures. */
@RestController
@Profile("sandbox")
final class PhoneShell {

    private final Chats chats;
    private final AccountMenu menu;
    private final MediaShelf media;
    private final Samples samples;
    private final Words words;
    private final World world;

    PhoneShell(
            Chats chats,
            AccountMenu menu,
            MediaShelf media,
            Samples samples,
            Words words,
            World world) {
        this.chats = chats;
        this.menu = menu;
        this.media = media;
        this.samples = samples;
        this.words = words;
        this.world = world;
    }

    /** One of the people whose phone can be taken in hand. */
    record Person(String openid, String nickname, Chats.Following following, int quota) {}

    /** The account as its profile shows it. */
    record Account(String name, @Nullable JsonNode menu, List<Person> people) {}

    @GetMapping("/sandbox/wechat/api/account")
    Account account() {
        List<Person> people = chats.openids().stream().map(this::person).toList();
        return new Account(words.of("account"), menu.get().orElse(null), people);
    }

    /** Somebody new, or the one of this openid if there is one. */
    @PostMapping("/sandbox/wechat/api/users")
    synchronized Person join(@RequestParam(defaultValue = "") String openid) {
        String id = openid.isEmpty() ? newOpenid() : openid;
        if (!chats.knows(id)) {
            String nickname = words.of("user.new") + (chats.openids().size() + 1);
            chats.add(id, Entry.Kind.JOINED, "", Map.of("nickname", nickname));
        }
        return person(id);
    }

    private String newOpenid() {
        return "oSandbox" + HexFormat.of().toHexDigits(world.random().nextLong()) + "0000";
    }

    @GetMapping("/sandbox/wechat/api/samples")
    List<Samples.Sample> samples() {
        return samples.all();
    }

    @GetMapping("/sandbox/wechat/samples/{id}")
    ResponseEntity<byte[]> sample(@PathVariable String id) {
        return picture(samples.jpeg(id).orElseThrow(PhoneShell::notFound));
    }

    @GetMapping("/sandbox/wechat/media/{id}")
    ResponseEntity<byte[]> medium(@PathVariable String id) {
        return picture(media.show(id).orElseThrow(PhoneShell::notFound));
    }

    private Person person(String openid) {
        return new Person(
                openid,
                chats.nickname(openid),
                chats.following(openid),
                chats.quota(openid).left(world.clock().instant()));
    }

    private static ResponseEntity<byte[]> picture(byte[] content) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, MediaFormat.of(content).mime())
                .header("X-Content-Type-Options", "nosniff")
                .body(content);
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
