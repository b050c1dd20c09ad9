package io.beian.sandbox.wechat;

import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The agents' side of customer service, for the page and for scripts. */
@RestController
@Profile("sandbox")
@RequestMapping("/sandbox/wechat/api/agents")
final class AgentDesk {

    private final ServiceRoom room;
    private final Chats chats;

    AgentDesk(ServiceRoom room, Chats chats) {
        this.room = room;
        this.chats = chats;
    }

    /** An agent at their desk. */
    record View(String account, String nick, boolean online, List<Session> sessions) {}

    /**
     * Somebody an agent talks to.
     *
     * @param summary what the agent was told when it began
     * @param lines what was said since
     */
    record Session(String openid, String nickname, String summary, List<Entry> lines) {}

    /** Whether an agent is there. */
    record Presence(boolean online) {}

    /** What an agent says. */
    record Saying(String text) {}

    @GetMapping
    List<View> all() {
        return room.agents().stream().map(this::view).toList();
    }

    @PostMapping("/{account}")
    View presence(@PathVariable String account, @RequestBody Presence presence) {
        ServiceRoom.Agent agent = agent(account);
        room.online(agent, presence.online());
        return view(agent);
    }

    @PostMapping("/{account}/sessions/{openid}/messages")
    View say(
            @PathVariable String account, @PathVariable String openid, @RequestBody Saying saying) {
        return done(account, room.say(openid, account, saying.text()));
    }

    @PostMapping("/{account}/sessions/{openid}/close")
    View close(@PathVariable String account, @PathVariable String openid) {
        return done(account, room.close(openid, account));
    }

    /** A person who waits in no queue, taken on by the agent of their own accord. */
    @PostMapping("/{account}/sessions/{openid}")
    View open(@PathVariable String account, @PathVariable String openid) {
        return done(account, room.create(openid, account, ""));
    }

    private View done(String account, ApiCode code) {
        if (code != ApiCode.OK) {
            Map<String, Object> body = code.body();
            throw new ResponseStatusException(
                    HttpStatus.CONFLICT, String.valueOf(body.get("errmsg")));
        }
        return view(agent(account));
    }

    private ServiceRoom.Agent agent(String account) {
        return room.find(account)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private View view(ServiceRoom.Agent agent) {
        return new View(
                agent.account(),
                agent.nick(),
                room.online(agent),
                room.sessions(agent).stream().map(this::session).toList());
    }

    private Session session(String openid) {
        List<Entry> chat = chats.all(openid);
        int from = 0;
        for (int i = 0; i < chat.size(); i++) {
            from = chat.get(i).is(Entry.Kind.AGENT, "create") ? i : from;
        }
        List<Entry> lines =
                chat.subList(from + 1, chat.size()).stream()
                        .filter(e -> e.kind() == Entry.Kind.SAID || e.kind() == Entry.Kind.AGENT)
                        .toList();
        return new Session(openid, chats.nickname(openid), chat.get(from).field("Content"), lines);
    }
}
