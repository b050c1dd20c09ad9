package io.beian.sandbox.backend;

import io.beian.backend.FilerReference;
import io.beian.dialogue.ConversationId;
import io.beian.sandbox.Memory;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What the reference backend has of people: their orders, what was filed by them, their pictures.
 */
@Component
@Profile("sandbox")
@Order(2)
class BackendMemory implements Memory {

    private final OrderBook book;
    private final Captures captures;
    private final Materials materials;
    private final ProofLock lock;

    BackendMemory(OrderBook book, Captures captures, Materials materials, ProofLock lock) {
        this.book = book;
        this.captures = captures;
        this.materials = materials;
        this.lock = lock;
    }

    @Override
    public void forget(String openid) {
        String reference = FilerReference.of(new ConversationId(openid)).value();
        Predicate<StoredOrder> theirs = order -> order.reference().equals(reference);
        Set<String> pictures = pictures(theirs);
        book.forget(theirs);
        captures.free(reference::equals);
        pictures.removeAll(pictures(anybody -> true));
        pictures.removeAll(captures.pictures());
        pictures.forEach(materials::erase);
    }

    @Override
    public void forgetEverybody() {
        book.forget(anybody -> true);
        captures.free(anybody -> true);
        materials.keepOnly(captures.pictures());
        lock.open();
    }

    private Set<String> pictures(Predicate<StoredOrder> of) {
        return book.all().stream()
                .filter(of)
                .flatMap(order -> order.materials().values().stream())
                .flatMap(Collection::stream)
                .collect(Collectors.toCollection(HashSet::new));
    }
}
