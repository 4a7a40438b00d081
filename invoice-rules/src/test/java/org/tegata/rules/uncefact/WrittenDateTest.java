package org.tegata.rules.uncefact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrittenDateTest {

    @ParameterizedTest
    @CsvSource({
        "261102,101,2026-11-02",
        "20261102,102,2026-11-02",
        "20240229,102,2024-02-29",
        "202611022359,203,2026-11-02",
        "20261102235959,204,2026-11-02",
        "202611022359+0900,205,2026-11-02",
        "20261102235959+0900,208,2026-11-02",
        "2026-11-02T00:00:00Z,,2026-11-02",
        "2026-11-02T23:00:00-05:00,,2026-11-02",
        "2026-11-02T00:00:00,,2026-11-02"
    })
    void shouldReadTheDayAsTheWriterMeantIt(String text, String format, LocalDate day) {
        assertThat(new WrittenDate(text, format).day()).contains(day);
    }

    @ParameterizedTest
    @CsvSource({
        "20260229,102",
        "20261301,102",
        "202611,610",
        "20261102,999",
        "2026-11-02,102",
        "'20261102 ',102",
        "'',102"
    })
    void shouldNotReadWhatIsNoDay(String text, String format) {
        assertThat(new WrittenDate(text, format).day()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "20261102,102,true",
        "20261131,102,false",
        "02112026,4,true",
        "31112026,4,false",
        "202612,610,true",
        "202613,610,false",
        "2359,401,true",
        "2460,401,false",
        "anything,616,true"
    })
    void shouldSeeWhetherATextFitsItsFormat(String text, String format, boolean fits) {
        assertThat(new WrittenDate(text, format).fitsItsFormat()).isEqualTo(fits);
    }
}
