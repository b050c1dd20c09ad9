package io.beian.wechat;

import java.util.List;

/** An entry of the menu below the chat. */
public sealed interface MenuButton {

    String name();

    /** Sends us a CLICK event with this key. */
    record Click(String name, String key) implements MenuButton {}

    /** Opens a page. */
    record View(String name, String url) implements MenuButton {}

    /** Opens up to five further entries. */
    record Group(String name, List<MenuButton> entries) implements MenuButton {

        public Group {
            entries = List.copyOf(entries);
        }
    }
}
