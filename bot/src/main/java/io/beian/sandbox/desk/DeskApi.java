package io.beian.sandbox.desk;

import io.beian.sandbox.backend.Materials;
import io.beian.sandbox.backend.OrderBook;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the desk's page and scripts work with. */
@RestController
@Profile("sandbox")
@RequestMapping("/sandbox/desk/api")
class DeskApi {

    private final OrderBook orders;
    private final Materials materials;
    private final DeskViews views;

    DeskApi(OrderBook orders, Materials materials, DeskViews views) {
        this.orders = orders;
        this.materials = materials;
        this.views = views;
    }

    @GetMapping("/orders")
    List<DeskViews.Row> list() {
        return orders.all().stream().map(views::row).toList();
    }

    @GetMapping("/orders/{number}")
    ResponseEntity<DeskViews.Details> order(@PathVariable String number) {
        return ResponseEntity.of(orders.find(number).map(views::details));
    }

    /** Takes JSON only, so that a page from elsewhere cannot decide by a plain form. */
    @PostMapping(path = "/orders/{number}/decisions", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<DeskViews.Details> decide(
            @PathVariable String number, @RequestBody Ruling ruling) {
        if (orders.find(number).isEmpty()) {
            return ResponseEntity.notFound().build();
        }
        if (!ruling.sound()) {
            return ResponseEntity.unprocessableContent().build();
        }
        return Optional.of(ruling)
                .filter(each -> DeskViews.playedHere(each.event()))
                .flatMap(each -> orders.play(number, each.asPlay()))
                .map(views::details)
                .map(ResponseEntity::ok)
                .orElseGet(() -> ResponseEntity.status(409).build());
    }

    @GetMapping("/materials/{sha256}")
    ResponseEntity<byte[]> picture(@PathVariable String sha256) {
        Optional<byte[]> jpeg = materials.read(sha256);
        return jpeg.map(
                        bytes ->
                                ResponseEntity.ok()
                                        .contentType(MediaType.IMAGE_JPEG)
                                        .header("X-Content-Type-Options", "nosniff")
                                        .body(bytes))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }
}
