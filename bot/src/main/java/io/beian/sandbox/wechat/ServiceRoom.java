package io.beian.sandbox.wechat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Customer service: who is there, and who talks to whom. A session stands in the chats. */
final class ServiceRoom {

    /** WeChat gives a person back to the account when nobody has said anything for so long. */
    private static final Duration FORGOTTEN = Duration.ofMinutes(30);

    private static final List<Agent> AGENTS =
            List.of(
                    new Agent("kf2001@sandbox", "1001", "小云"),
                    new Agent("kf2002@sandbox", "1002", "老杨"));

    private final Chats chats;
    private final WechatServer server;
    private final InstantSource clock;
    private final Set<String> online = ConcurrentHashMap.newKeySet();

    ServiceRoom(Chats chats, WechatServer server, InstantSource clock) {
        this.chats = chats;
        this.server = server;
        this.clock = clock;
    }

    /** Somebody of customer service. */
    record Agent(String account, String id, String nick) {}

    List<Agent> agents() {
        return AGENTS;
    }

    boolean online(Agent agent) {
        return online.contains(agent.account());
    }

    Optional<Agent> find(String account) {
        return AGENTS.stream().filter(agent -> agent.account().equals(account)).findFirst();
    }

    void online(Agent agent, boolean there) {
        if (there) {
            online.add(agent.account());
        } else {
            online.remove(agent.account());
        }
    }

    /** The people an agent talks to. */
    List<String> sessions(Agent agent) {
        return chats.openids().stream()
                .filter(openid -> serving(openid).filter(agent::equals).isPresent())
                .toList();
    }

    /** Who talks to this person; a session nobody has used for long ends here. */
    synchronized Optional<Agent> serving(String openid) {
        Optional<Agent> serving = Optional.empty();
        Instant used = Instant.EPOCH;
        for (Entry entry : chats.all(openid)) {
            if (entry.is(Entry.Kind.AGENT, "create")) {
                serving = find(entry.field("KfAccount"));
            } else if (entry.is(Entry.Kind.AGENT, "close")) {
                serving = Optional.empty();
            }
            boolean said = entry.kind() == Entry.Kind.SAID || entry.kind() == Entry.Kind.AGENT;
            used = said ? entry.at() : used;
        }
        if (serving.isPresent() && !clock.instant().isBefore(used.plus(FORGOTTEN))) {
            end(openid, serving.get());
            return Optional.empty();
        }
        return serving;
    }

    synchronized ApiCode create(String openid, String account, String text) {
        Optional<Agent> agent = find(account);
        if (agent.isEmpty()) {
            return ApiCode.AGENT_UNKNOWN;
        }
        if (!chats.knows(openid)) {
            return ApiCode.INVALID_OPENID;
        }
        if (!online(agent.get())) {
            return ApiCode.AGENT_OFFLINE;
        }
        if (serving(openid).isPresent()) {
            return ApiCode.SESSION_TAKEN;
        }
        add(openid, "create", agent.get(), text);
        server.report(openid, Act.session("create", account));
        return ApiCode.OK;
    }

    synchronized ApiCode close(String openid, String account) {
        Optional<Agent> agent = serving(openid).filter(one -> one.account().equals(account));
        agent.ifPresent(one -> end(openid, one));
        return agent.isPresent() ? ApiCode.OK : ApiCode.NO_SESSION;
    }

    synchronized ApiCode say(String openid, String account, String text) {
        Optional<Agent> agent = serving(openid).filter(one -> one.account().equals(account));
        agent.ifPresent(one -> add(openid, "text", one, text));
        return agent.isPresent() ? ApiCode.OK : ApiCode.NO_SESSION;
    }

    private void end(String openid, Agent agent) {
        add(openid, "close", agent, "");
        server.report(openid, Act.session("close", agent.account()));
    }

    private void add(String openid, String type, Agent agent, String text) {
        chats.add(
                openid,
                Entry.Kind.AGENT,
                type,
                Map.of("KfAccount", agent.account(), "Nick", agent.nick(), "Content", text));
    }
}
