package org.tegata.bill.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The published page shows the table. */
class MappingPageTest {

    private static final Path PAGE = Path.of("../docs/reference/bill-of-lading-mapping.md");

    @Test
    void shouldShowTheTableOnItsPage() throws IOException {
        String fresh = MappingPage.sections();
        String page = Files.readString(PAGE);
        int start = page.indexOf(MappingPage.START);
        int end = page.indexOf(MappingPage.END);
        if (Boolean.getBoolean("tegata.update-snapshots")) {
            Files.writeString(PAGE, page.substring(0, start) + MappingPage.START + "\n" + fresh + page.substring(end));
            return;
        }

        assertThat(page.substring(start + MappingPage.START.length() + 1, end)).isEqualTo(fresh);
    }
}
