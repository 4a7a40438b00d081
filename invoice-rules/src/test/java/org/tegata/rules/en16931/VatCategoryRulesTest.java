package org.tegata.rules.en16931;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules that every VAT category has, and those that only one has. */
class VatCategoryRulesTest {

    private static final String HEADER_TAX =
            "<ram:CalculatedAmount>20.90</ram:CalculatedAmount><ram:TypeCode>VAT</ram:TypeCode>";

    private static final String PERIOD = "<ram:%1$sDateTime><udt:DateTimeString format=\"102\">202611%2$s"
            + "</udt:DateTimeString></ram:%1$sDateTime>";

    @ParameterizedTest
    @EnumSource
    void shouldHaveNothingAgainstAnInvoiceInOneCategory(VatCategory category) {
        for (var version : En16931Version.values()) {
            assertThat(in(category).broken(version)).as(version.number()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldMissTheCategoryInTheBreakdown(VatCategory category) {
        var invoice = in(category)
                .withAll(
                        "<ram:BasisAmount>110.01</ram:BasisAmount><ram:CategoryCode>" + category.code() + "<",
                        "<ram:BasisAmount>110.01</ram:BasisAmount><ram:CategoryCode>B<");

        // Two allowances and charges are as good as an entry, by the rules of S, L and M; the line is alone.
        if (category == VatCategory.OUTSIDE_SCOPE) {
            assertThat(invoice.broken()).doesNotContain("BR-O-01");
        } else {
            assertThat(invoice.broken()).contains(category.rule("01"));
        }
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "OUTSIDE_SCOPE")
    void shouldAskWhoIsRegistered(VatCategory category) {
        var invoice = in(category).withAll("<ram:ID schemeID=\"VA\">", "<ram:ID>");

        assertThat(invoice.broken()).contains(category.rule("02"), category.rule("03"), category.rule("04"));
    }

    @Test
    void shouldForbidRegistrationsOutsideTheScopeOfVat() {
        var invoice = in(VatCategory.OUTSIDE_SCOPE).withAll("schemeID=\"FC\">FR2", "schemeID=\"VA\">FR2");

        assertThat(invoice.broken()).containsExactly("BR-O-02", "BR-O-03", "BR-O-04");
        assertThat(invoice.broken(En16931Version.V1_3_13)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "STANDARD, 0",
        "ZERO, 19",
        "EXEMPT, 19",
        "REVERSE_CHARGE, 0.1",
        "INTRA_COMMUNITY, 19",
        "EXPORT, 19",
        "OUTSIDE_SCOPE, 0",
        "CANARY_ISLANDS, 0",
        "CEUTA_AND_MELILLA, -1"
    })
    void shouldLookAtTheRates(VatCategory category, String wrong) {
        var invoice = in(category);
        if (category == VatCategory.OUTSIDE_SCOPE) {
            invoice.withAll("O</ram:CategoryCode>", "O</ram:CategoryCode>" + rate(wrong));
        } else {
            invoice.withRate(wrong);
        }

        assertThat(invoice.broken()).contains(category.rule("05"), category.rule("06"), category.rule("07"));
    }

    @ParameterizedTest
    @CsvSource({"V1_3_13, true", "V1_3_14, false"})
    void shouldAllowTheRateZeroInCeutaAndMelilla(En16931Version version, boolean broken) {
        var invoice = in(VatCategory.CEUTA_AND_MELILLA).withRate("0");

        assertThat(invoice.broken(version).containsAll(Set.of("BR-AG-06", "BR-AG-07")))
                .isEqualTo(broken);
        assertThat(invoice.broken(version)).doesNotContain("BR-AG-05");
    }

    static Stream<VatCategory> withTolerance() {
        return Arrays.stream(VatCategory.values()).filter(category -> category.rate() == VatCategory.Rate.ZERO);
    }

    @ParameterizedTest
    @MethodSource("withTolerance")
    void shouldTolerateLessThanOneInWhatIsTaxedAtZero(VatCategory category) {
        String basis = "<ram:BasisAmount>110.01<";

        assertThat(in(category).with(basis, "<ram:BasisAmount>111.00<").broken())
                .isEmpty();
        assertThat(in(category).with(basis, "<ram:BasisAmount>111.01<").broken())
                .containsExactly(category.rule("08"));
        assertThat(in(category).with(basis, "<ram:BasisAmount>109.01<").broken(En16931Version.V1_3_14))
                .containsExactly(category.rule("08"));
    }

    @Test
    void shouldTolerateNothingInOtherCategories() {
        String basis = "<ram:BasisAmount>110.01<";

        assertThat(in(VatCategory.STANDARD)
                        .with(basis, "<ram:BasisAmount>110.02<")
                        .broken())
                .containsExactly("BR-S-08");
        assertThat(in(VatCategory.OUTSIDE_SCOPE)
                        .with(basis, "<ram:BasisAmount>110.02<")
                        .broken())
                .containsExactly("BR-O-08");
        assertThat(in(VatCategory.CANARY_ISLANDS)
                        .with(basis, "<ram:BasisAmount>99<")
                        .broken())
                .as("the published rule is never broken")
                .isEmpty();
    }

    @Test
    void shouldCountALineUnderEveryRateThatItNames() {
        String tax = "<ram:CategoryCode>S</ram:CategoryCode>" + rate("19");
        var invoice = in(VatCategory.STANDARD)
                .with(
                        tax,
                        "<ram:CategoryCode>S</ram:CategoryCode>" + rate("7") + "</ram:ApplicableTradeTax>"
                                + "<ram:ApplicableTradeTax><ram:TypeCode>VAT</ram:TypeCode>" + rate("19.000"));

        assertThat(invoice.broken()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"STANDARD", "CANARY_ISLANDS", "CEUTA_AND_MELILLA"})
    void shouldFindTaxWhereThereIsNone(VatCategory category) {
        var invoice = in(category).with("<ram:CalculatedAmount>0<", "<ram:CalculatedAmount>1<");

        assertThat(invoice.broken()).contains(category.rule("09"));
    }

    @Test
    void shouldTolerateLessThanOneInTheTax() {
        String tax = "<ram:CalculatedAmount>20.90<";

        assertThat(in(VatCategory.STANDARD)
                        .with(tax, "<ram:CalculatedAmount>21.89<")
                        .broken())
                .containsExactly("BR-CO-14");
        assertThat(in(VatCategory.STANDARD)
                        .with(tax, "<ram:CalculatedAmount>21.90<")
                        .broken())
                .as("BR-CO-17 allows one more than BR-S-09")
                .containsExactly("BR-CO-14", "BR-S-09");
        assertThat(in(VatCategory.STANDARD)
                        .with(tax, "<ram:CalculatedAmount>21.91<")
                        .broken())
                .containsExactly("BR-CO-14", "BR-CO-17", "BR-S-09");
    }

    @ParameterizedTest
    @EnumSource
    void shouldAskForAReasonOfExemption(VatCategory category) {
        String reason = "<ram:ExemptionReason>why</ram:ExemptionReason>";
        var invoice = category.exemption() == VatCategory.Exemption.NEEDED
                ? in(category).without(reason)
                : in(category)
                        .with(
                                "</ram:TypeCode><ram:BasisAmount>110.01<",
                                "</ram:TypeCode>" + reason + "<ram:BasisAmount>110.01<");

        assertThat(invoice.broken()).containsExactly(category.rule("10"));
    }

    @Test
    void shouldAskWhereAndWhenAnIntraCommunitySupplyIsDelivered() {
        assertThat(in(VatCategory.INTRA_COMMUNITY)
                        .without("<ram:CountryID>BE</ram:CountryID>")
                        .broken())
                .contains("BR-IC-12");
        assertThat(in(VatCategory.INTRA_COMMUNITY)
                        .without(PERIOD.formatted("Start", "01"))
                        .without(PERIOD.formatted("End", "30"))
                        .broken())
                .containsExactly("BR-CO-19", "BR-IC-11");
        assertThat(in(VatCategory.INTRA_COMMUNITY)
                        .without(PERIOD.formatted("Start", "01"))
                        .broken())
                .isEmpty();
    }

    @Test
    void shouldAllowNothingBesidesWhatIsOutsideTheScopeOfVat() {
        String entry = "<ram:BasisAmount>110.01</ram:BasisAmount><ram:CategoryCode>O<";
        String another = "/ram:CategoryCode></ram:ApplicableTradeTax><ram:ApplicableTradeTax><ram:CalculatedAmount>0"
                + "</ram:CalculatedAmount><ram:TypeCode>VAT</ram:TypeCode><ram:BasisAmount>0</ram:BasisAmount>"
                + "<ram:CategoryCode>B<";
        var invoice = in(VatCategory.OUTSIDE_SCOPE).with(entry, entry + another);

        assertThat(invoice.broken()).contains("BR-O-11", "BR-O-12", "BR-B-01").doesNotContain("BR-O-13", "BR-B-02");
    }

    @ParameterizedTest(name = "{0}: {1} -> {2}")
    @CsvSource(delimiter = '|', textBlock = """
            BR-46 BR-CO-14 BR-CO-17 BR-S-09 | <ram:CalculatedAmount>20.90</ram:CalculatedAmount>  | ''
            BR-45 BR-CO-17 BR-S-08 BR-S-09  | <ram:BasisAmount>110.01</ram:BasisAmount>            | ''
            BR-DEC-19                       | <ram:BasisAmount>110.01<                 | <ram:BasisAmount>110.010<
            BR-DEC-20                       | <ram:CalculatedAmount>20.90<             | <ram:CalculatedAmount>20.900<
            BR-48 BR-CO-17 BR-S-09          | <ram:RateApplicablePercent>19.00</ram:RateApplicablePercent> | ''
            """)
    void shouldReadTheBreakdown(String rules, String before, String after) {
        assertThat(BusinessSample.valid().with(before, after).broken()).containsExactly(rules.split(" "));
    }

    @Test
    void shouldAskOnlyVatForItsRate() {
        var invoice = BusinessSample.valid().with(HEADER_TAX, HEADER_TAX.replace("VAT", "GST"));

        assertThat(invoice.broken()).containsExactly("BR-47", "BR-48", "BR-CO-17");
    }

    @Test
    void shouldNotHaveBothADateAndACodeForIt() {
        String rate = "<ram:RateApplicablePercent>19.00<";
        String code = "<ram:DueDateTypeCode>5</ram:DueDateTypeCode>" + rate;
        String date = "<ram:TaxPointDate><udt:DateString format=\"102\">20261121</udt:DateString></ram:TaxPointDate>";

        assertThat(BusinessSample.valid().with(rate, code).broken()).isEmpty();
        assertThat(BusinessSample.valid().with(rate, date + code).broken()).containsExactly("BR-CO-03");
    }

    private static String rate(String rate) {
        return "<ram:RateApplicablePercent>" + rate + "</ram:RateApplicablePercent>";
    }

    /** The sample with that category everywhere. */
    private static BusinessSample in(VatCategory category) {
        var invoice = BusinessSample.valid();
        if (category == VatCategory.STANDARD) {
            return invoice;
        }
        invoice.withAll("<ram:CategoryCode>S<", "<ram:CategoryCode>" + category.code() + "<");
        invoice.withRate(
                switch (category.rate()) {
                    case ABSENT -> "";
                    case ZERO -> "0";
                    default -> "7";
                });
        if (category.exemption() == VatCategory.Exemption.NEEDED) {
            invoice.with(
                    "</ram:TypeCode><ram:BasisAmount>110.01<",
                    "</ram:TypeCode><ram:ExemptionReason>why</ram:ExemptionReason><ram:BasisAmount>110.01<");
        }
        if (category.registration() == VatCategory.Registration.NONE) {
            invoice.withAll("schemeID=\"VA\"", "schemeID=\"FC\"");
            // Whoever has a tax representative has its VAT identifier, which this category forbids.
            invoice.withAll("ram:SellerTaxRepresentativeTradeParty", "ram:ProductEndUserTradeParty");
        }
        return taxed(invoice, category);
    }

    private static BusinessSample taxed(BusinessSample invoice, VatCategory category) {
        boolean taxed =
                category.rate() == VatCategory.Rate.POSITIVE || category.rate() == VatCategory.Rate.NOT_NEGATIVE;
        String tax = taxed ? "7.70" : "0";
        invoice.with("<ram:CalculatedAmount>20.90<", "<ram:CalculatedAmount>" + tax + "<");
        invoice.with("currencyID=\"EUR\">20.90<", "currencyID=\"EUR\">" + tax + "<");
        invoice.with("<ram:GrandTotalAmount>130.91<", "<ram:GrandTotalAmount>" + (taxed ? "117.71" : "110.01") + "<");
        return invoice.with(
                "<ram:DuePayableAmount>130.00<", "<ram:DuePayableAmount>" + (taxed ? "116.80" : "109.10") + "<");
    }
}
