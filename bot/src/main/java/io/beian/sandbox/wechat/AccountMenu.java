package io.beian.sandbox.wechat;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The menu the account put below its chat. */
final class AccountMenu {

    private static final int MAX_TOP = 3;
    private static final int MAX_SUB = 5;

    private final Path file;
    private final JsonMapper json;

    AccountMenu(Path directory, JsonMapper json) {
        this.file = directory.resolve("menu.json");
        this.json = json;
    }

    /** Takes the buttons of a {@code menu/create} call. */
    ApiCode create(JsonNode menu) {
        JsonNode buttons = menu.path("button");
        if (!buttons.isArray() || buttons.isEmpty() || buttons.size() > MAX_TOP) {
            return ApiCode.INVALID_BUTTON_SIZE;
        }
        for (JsonNode button : buttons) {
            if (button.path("sub_button").size() > MAX_SUB) {
                return ApiCode.INVALID_BUTTON_SIZE;
            }
        }
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, json.writeValueAsString(menu), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ApiCode.OK;
    }

    Optional<JsonNode> get() {
        return Files.exists(file) ? Optional.of(json.readTree(file.toFile())) : Optional.empty();
    }
}
