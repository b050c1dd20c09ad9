package io.beian.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The page about an order's life in the repository is the one its table would write today. */
class OrderPageTest {

    private static final Path FILE = Path.of("..", "dialogs", "docs", "order.md");

    @Test
    void isUpToDate() throws IOException {
        String page = new OrderPage().page();
        if (System.getProperty("beian.docs", "").equals("write")) {
            Files.writeString(FILE, page);
        }

        assertThat(FILE).as("-Dbeian.docs=write").exists();
        assertThat(Files.readString(FILE)).as("-Dbeian.docs=write").isEqualTo(page);
    }
}
