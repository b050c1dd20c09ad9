package io.beian.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The pages in the repository are those the form would write today. */
class FormPagesTest {

    private static final Path DOCS = Path.of("..", "dialogs", "docs");

    @Test
    void areUpToDate() throws IOException {
        FormPages pages = new FormPages();

        matches("form.md", pages.form());
        matches("documents.md", pages.documents());
    }

    private static void matches(String name, String page) throws IOException {
        Path file = DOCS.resolve(name);
        if (System.getProperty("beian.docs", "").equals("write")) {
            Files.createDirectories(DOCS);
            Files.writeString(file, page);
        }
        assertThat(file).as("run with -Dbeian.docs=write after the form has changed").exists();
        assertThat(Files.readString(file)).as(name + ": -Dbeian.docs=write").isEqualTo(page);
    }
}
