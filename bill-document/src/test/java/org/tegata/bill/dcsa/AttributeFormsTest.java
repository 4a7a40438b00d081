package org.tegata.bill.dcsa;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dates, numbers and texts at the edges of their form. */
class AttributeFormsTest {

    @ParameterizedTest
    @CsvSource({
        "2024-02-29, true",
        "2026-02-29, false",
        "2026-1-1, false",
        "20260101, false",
        "+12026-01-01, false",
        "-2026-01-01, false",
        "2026-01-01T00:00:00Z, false",
        "'', false"
    })
    void shouldKnowTheCalendar(String text, boolean right) {
        assertThat(AttributeTableTest.told(document -> document.put("issueDate", text)))
                .hasSize(right ? 0 : 1)
                .allMatch(found -> found.equals("ERROR DCSA-PATTERN /issueDate"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-10T09:30:00+09:00, true",
        "2026-11-10T09:30:00Z, true",
        "2026-11-10t09:30:00.123456789z, true",
        "2026-11-10T09:30Z, false",
        "2026-11-10T09:30:00, false",
        "2026-11-31T09:30:00Z, false",
        "2026-11-10T24:30:00Z, false",
        "2026-11-10T09:30:00+19:00, false",
        "2026-11-10, false"
    })
    void shouldKnowDateTimes(String text, boolean right) {
        assertThat(AttributeTableTest.dangerous(goods -> goods.put("fumigationDateTime", text)))
                .hasSize(right ? 0 : 1);
    }

    @ParameterizedTest
    @CsvSource({
        "1e-9, true",
        "0.5, true",
        "1e12, true",
        "0, false",
        "-0.0, false",
        "-1, false",
        "1e13, false",
        "1e-10, false",
        "1e-999999999, false"
    })
    void shouldKnowWhatCargoWeighs(String number, boolean right) {
        assertThat(AttributeTableTest.told(
                        document -> AttributeTableTest.at(document, "/consignmentItems/0/cargoItems/0/cargoGrossWeight")
                                .put("value", new BigDecimal(number))))
                .hasSize(right ? 0 : 1)
                .allMatch(found -> found.startsWith("ERROR DCSA-RANGE"));
    }

    @ParameterizedTest
    @CsvSource({
        "0, true",
        "2147483647, true",
        "2.0, true",
        "2147483648, false",
        "-1, false",
        "0.5, false",
        "1e400, false"
    })
    void shouldKnowWholeNumbers(String number, boolean right) {
        assertThat(AttributeTableTest.told(document -> document.put("numberOfRiderPages", new BigDecimal(number))))
                .hasSize(right ? 0 : 1);
    }

    @Test
    void shouldCountCharactersAndNotTheirHalves() {
        assertThat(AttributeTableTest.told(document -> document.put("transportDocumentReference", "𠮷".repeat(20))))
                .isEmpty();
        assertThat(AttributeTableTest.told(document -> document.put("transportDocumentReference", "𠮷".repeat(21))))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {" A", "A ", "", "A\nB", "A\u2028B", "\u3000A", "A\u00A0", "\uFEFFA", "A\r"})
    void shouldRefuseWhatIsNotOneTrimmedLine(String text) {
        assertThat(AttributeTableTest.told(document -> document.put("transportDocumentReference", text)))
                .containsExactly("ERROR DCSA-PATTERN /transportDocumentReference");
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "A  B", "A\u0085B", "A\u3000B", "A\tB", "瀬戸内丸", "\u200DA", "A\u0001B"})
    void shouldAllowWhatTheDialectOfTheSchemaAllows(String text) {
        assertThat(AttributeTableTest.told(document -> document.put("transportDocumentReference", text)))
                .isEmpty();
    }

    @Test
    void shouldAllowAnyTextWhereTheSchemaHasNoForm() {
        assertThat(AttributeTableTest.told(document -> {
                    document.put("termsAndConditions", "");
                    document.put("transportDocumentStatus", " as\nit pleases ");
                    document.put("cargoMovementTypeAtOrigin", "BB");
                }))
                .isEmpty();
    }

    @Test
    void shouldLeaveAttributesBeyondTheTableAlone() {
        assertThat(AttributeTableTest.told(document -> {
                    document.putNull("futureAttribute");
                    AttributeTableTest.at(document, "/documentParties/shipper")
                            .putArray("more")
                            .add(1);
                }))
                .isEmpty();
    }
}
