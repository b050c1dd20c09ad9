package io.beian.sandbox.inspector;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.beian.conversation.Conversations;
import io.beian.conversation.SealedJson;
import io.beian.dialogue.Case;
import io.beian.dialogue.Conversation;
import io.beian.dialogue.ConversationId;
import io.beian.dialogue.Phase;
import io.beian.filing.IcpFiling;
import io.beian.form.Entry;
import io.beian.form.Fact;
import io.beian.form.Facts;
import io.beian.form.Scope;
import io.beian.redis.KeyScan;
import io.beian.redis.Keys;
import io.beian.sandbox.ConversationView;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.context.annotation.Profile;
import org.springframework.data.domain.Range;
import org.springframework.data.redis.connection.Limit;
import org.springframework.data.redis.connection.stream.ByteRecord;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/** Looks into stored conversations for the inspector; shows masks, never values. */
@Component
@Profile("sandbox")
class ConversationSnapshots implements ConversationView {

    private static final ZoneId BUREAU = ZoneId.of("Asia/Shanghai");
    private static final int LOG_LINES = 30;
    private static final int LOOKED_AT = 1000;

    private final Conversations conversations;
    private final IcpFiling filing;
    private final StringRedisTemplate redis;
    private final SealedJson sealed;
    private final Keys keys;
    private final Clock clock;

    ConversationSnapshots(
            Conversations conversations,
            IcpFiling filing,
            StringRedisTemplate redis,
            SealedJson sealed,
            Keys keys,
            Clock clock) {
        this.conversations = conversations;
        this.filing = filing;
        this.redis = redis;
        this.sealed = sealed;
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public Optional<Snapshot> of(String openid) {
        Conversations.Stored stored = conversations.fresh(new ConversationId(openid));
        return stored.version() == 0
                ? Optional.empty()
                : Optional.of(snapshot(openid, stored.version(), stored.conversation()));
    }

    private Snapshot snapshot(String openid, long version, Conversation now) {
        Optional<Case> current = now.current();
        Optional<Phase> phase = current.map(Case::phase);
        List<io.beian.dialogue.Choice> choices = now.shown().choices();
        return new Snapshot(
                version,
                phase.map(Phase::name).orElse("None"),
                now.shown().asks().orElse(null),
                IntStream.range(0, choices.size())
                        .mapToObj(i -> new Choice(i + 1, choices.get(i).label()))
                        .toList(),
                current.map(of -> facts(of.facts())).orElse(Map.of()),
                current.map(this::sites).orElse(List.of()),
                current.map(this::problems).orElse(List.of()),
                phase.flatMap(ConversationSnapshots::order).orElse(null),
                now.shown().refusal().orElse(null),
                effects(openid),
                log(openid));
    }

    private List<Site> sites(Case of) {
        return filing.form().records(io.beian.filing.Keys.SITE, of.facts()).stream()
                .map(place -> new Site(place.id(), place.number(), place.title()))
                .toList();
    }

    private static Optional<Order> order(Phase phase) {
        return phase.order()
                .map(number -> new Order(number, phase.orderState().orElse("SUBMITTING")));
    }

    private Map<String, String> facts(Facts facts) {
        List<Entry> entries = filing.form().entries(facts, section -> true);
        Scope scope =
                new Scope(facts, Optional.empty(), LocalDate.ofInstant(clock.instant(), BUREAU));
        Map<String, String> masked = new TreeMap<>();
        facts.byPath()
                .forEach(
                        (path, fact) ->
                                masked.put(
                                        path,
                                        entries.stream()
                                                .filter(entry -> entry.path().equals(path))
                                                .map(
                                                        entry ->
                                                                entry.question()
                                                                        .mask(
                                                                                fact.value(),
                                                                                entry.scope(scope)))
                                                .findFirst()
                                                .orElse(filed(facts, path, fact))));
        return masked;
    }

    private static String filed(Facts facts, String path, Fact fact) {
        return io.beian.filing.Keys.mask(facts, path, fact.value());
    }

    private List<Problem> problems(Case of) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), BUREAU);
        Stream<io.beian.dialogue.Problem> returned =
                of.phase() instanceof Phase.Returned back
                        ? back.problems().stream()
                        : Stream.empty();
        return Stream.concat(returned, filing.problems(of.facts(), today).stream())
                .map(p -> new Problem(p.field(), p.code(), p.text()))
                .toList();
    }

    /** Effects that are still to be carried out, by what they are. */
    private List<String> effects(String openid) {
        byte[] stream = keys.out(keys.shardOf(openid)).getBytes(UTF_8);
        List<ByteRecord> entries =
                redis.execute(
                        (RedisCallback<List<ByteRecord>>)
                                connection ->
                                        connection
                                                .streamCommands()
                                                .xRange(
                                                        stream,
                                                        Range.unbounded(),
                                                        Limit.limit().count(LOOKED_AT)));
        return entries == null
                ? List.of()
                : entries.stream().flatMap(entry -> effect(openid, entry).stream()).toList();
    }

    private Optional<String> effect(String openid, ByteRecord entry) {
        Map<String, byte[]> fields = new HashMap<>();
        entry.getValue().forEach((name, value) -> fields.put(new String(name, UTF_8), value));
        byte[] effect = fields.get("effect");
        byte[] owner = fields.get("conv");
        if (effect == null || owner == null || !openid.equals(new String(owner, UTF_8))) {
            return Optional.empty();
        }
        String name =
                sealed.readEffect(new ConversationId(openid), effect).getClass().getSimpleName();
        return Optional.of(name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1));
    }

    private List<String> log(String openid) {
        var lines =
                redis.opsForStream()
                        .reverseRange(
                                keys.log(openid),
                                Range.unbounded(),
                                Limit.limit().count(LOG_LINES));
        List<String> log = new ArrayList<>();
        if (lines != null) {
            lines.forEach(line -> log.add(0, String.valueOf(line.getValue().values())));
        }
        return log;
    }

    @Override
    public List<String> known() {
        Set<String> found = new java.util.TreeSet<>();
        redis.execute(
                (RedisCallback<Boolean>)
                        connection -> {
                            KeyScan.forEach(
                                    connection,
                                    Keys.CONVERSATIONS,
                                    key -> found.add(Keys.openidOf(new String(key, UTF_8))));
                            return true;
                        });
        return List.copyOf(found);
    }
}
