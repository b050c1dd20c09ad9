package io.beian.backend;

import io.beian.dialogue.FiledRecord;
import io.beian.dialogue.KnownOrder;
import io.beian.dialogue.Query;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Answers what a test has laid ready, and notes what was asked. */
final class FakeBackend implements FilingBackend {

    final Deque<Object> answers = new ArrayDeque<>();
    final List<String> calls = new ArrayList<>();
    final List<MatchQuery> queries = new ArrayList<>();
    final Set<String> materials = new HashSet<>();

    FakeBackend answering(Object... next) {
        answers.addAll(List.of(next));
        return this;
    }

    private <T> T next(Class<T> type) {
        Object answer = answers.remove();
        if (answer instanceof BackendException failure) {
            throw failure;
        }
        return type.cast(answer);
    }

    @Override
    @SuppressWarnings("unchecked")
    public Map<String, String> match(MatchQuery query) {
        queries.add(query);
        return (Map<String, String>) next(Map.class);
    }

    @Override
    public FiledInformation filings(Query query) {
        calls.add("filings " + query.kind() + " " + query.text());
        return next(FiledInformation.class);
    }

    @Override
    @SuppressWarnings("unchecked")
    public List<KnownOrder> orders(FilerReference filer) {
        calls.add("orders " + filer.value());
        return (List<KnownOrder>) next(List.class);
    }

    @Override
    public boolean hasMaterial(String sha256) {
        return materials.contains(sha256);
    }

    @Override
    public void putMaterial(String sha256, byte[] jpeg) {
        calls.add("material " + sha256);
        materials.add(sha256);
    }

    @Override
    public Optional<byte[]> material(String sha256) {
        calls.add("get " + sha256);
        return Optional.of(next(byte[].class));
    }

    @Override
    public Capture capture(String code, String reference) {
        calls.add("capture " + code + " " + reference);
        return next(Capture.class);
    }

    @Override
    public Submission submit(String key, OrderForm order) {
        calls.add("submit " + key);
        return next(Submission.class);
    }

    @Override
    public Submission resubmit(String key, String number, long version, OrderForm order) {
        calls.add("resubmit " + key + " " + number + " " + version);
        return next(Submission.class);
    }

    @Override
    public Optional<OrderStatus> order(String number) {
        calls.add("order " + number);
        return Optional.of(next(OrderStatus.class));
    }

    @Override
    public boolean withdraw(String number) {
        calls.add("withdraw " + number);
        return next(Boolean.class);
    }

    @Override
    public EventPage events(String cursor) {
        return next(EventPage.class);
    }

    @Override
    public OrderHistory eventsOf(String number, long after) {
        calls.add("eventsOf " + number + " " + after);
        return next(OrderHistory.class);
    }

    @Override
    public boolean remind(String key, String number, List<String> persons) {
        calls.add("remind " + key + " " + number + " " + persons);
        return next(Boolean.class);
    }

    @Override
    @SuppressWarnings("unchecked")
    public List<FiledRecord> filed(FilerReference filer) {
        calls.add("filed " + filer.value());
        return (List<FiledRecord>) next(List.class);
    }
}
