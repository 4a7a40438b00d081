package org.tegata.rules.uncefact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our table against two others: the code list of the schema, and the JDK. */
class CurrenciesTest {

    /** The schemas as the build has unpacked them. */
    private static final Path LIST =
            Path.of("target/xsd/d22b/CrossIndustryInvoice_100pD22B_urn_un_unece_uncefact_codelist"
                    + "_standard_ISO_ISO3AlphaCurrencyCode_2012-08-31.xsd");

    /** Metals, units of banks without money behind them, test and no-currency codes: nothing to pay with. */
    private static final Set<String> NOT_TO_PAY_WITH =
            Set.of("XAG", "XAU", "XBA", "XBB", "XBC", "XBD", "XPD", "XPT", "XSU", "XTS", "XUA", "XXX");

    @Test
    void shouldKnowEveryCurrencyThatTheSchemaLetsPass() throws IOException {
        for (String code : codesOfTheSchema()) {
            assertThat(Currencies.decimals(code).isPresent()).as(code).isNotEqualTo(NOT_TO_PAY_WITH.contains(code));
        }
    }

    @Test
    void shouldHaveTheDecimalsThatTheJdkHas() throws IOException {
        // The JDK rounds the units of account in its own way.
        var own = Set.of("CLF", "UYW", "BOV", "CHE", "CHW", "COU", "MXV", "USN", "UYI", "XDR");
        for (String code : codesOfTheSchema()) {
            if (!NOT_TO_PAY_WITH.contains(code) && !own.contains(code)) {
                assertThat(Currencies.decimals(code))
                        .as(code)
                        .hasValue(Currency.getInstance(code).getDefaultFractionDigits());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"XXX", "XTS", "XAU", "EURO", "eur", "", "E"})
    void shouldNotKnowWhatIsNoCurrency(String code) {
        assertThat(Currencies.decimals(code)).isEmpty();
    }

    private static List<String> codesOfTheSchema() throws IOException {
        var codes = Pattern.compile("enumeration value=\"([A-Z]{3})\"")
                .matcher(Files.readString(LIST))
                .results()
                .map(match -> match.group(1))
                .toList();
        assertThat(codes).hasSizeGreaterThan(150);
        return codes;
    }
}
