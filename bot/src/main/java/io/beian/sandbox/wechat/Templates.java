package io.beian.sandbox.wechat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The templates the simulated account has chosen from WeChat's library. */
record Templates(List<Template> all) {

    /**
     * A template.
     *
     * @param subscription whether it is one for subscription notices
     */
    record Template(String id, String title, boolean subscription, List<Field> fields) {}

    /** One of its fields; the name begins with the type. */
    record Field(String name, String label, @Nullable List<String> options) {}

    static Templates read(JsonMapper json) {
        try (InputStream in =
                Objects.requireNonNull(
                        Templates.class.getResourceAsStream("/sandbox/phone/templates.json"))) {
            return new Templates(List.of(json.readValue(in, Template[].class)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<Template> find(String id, boolean subscription) {
        return all.stream()
                .filter(template -> template.id().equals(id))
                .filter(template -> template.subscription() == subscription)
                .findFirst();
    }
}
