package org.tegata.invoice.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.tegata.invoice.InvoiceFixture.aSmallInvoice;
import static org.tegata.invoice.InvoiceFixture.anExportInvoiceNumbered;
import static org.tegata.invoice.InvoiceFixture.sample;
import static org.tegata.invoice.rest.InvoiceApi.newNumber;
import static org.tegata.invoice.rest.InvoiceApi.rows;
import static org.tegata.invoice.rest.InvoiceApi.validate;
import static org.tegata.invoice.rest.InvoiceApi.validatePdf;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tegata.embedded.InfraTestResource;
import org.tegata.invoice.HostileXml;
import org.tegata.invoice.PdfFixture;

/** Judging invoices without keeping them. */
@QuarkusTest
@WithTestResource(InfraTestResource.class)
class ValidatingInvoicesIT {

    /** Net weight above gross weight: a warning of rule set {@code export-invoice}. */
    private static final String WARNING = "TGT-INV-14";

    @Inject
    DataSource database;

    @Test
    void shouldJudgeWithoutStoring() throws Exception {
        var before = rows(database);
        validate(anExportInvoiceNumbered(newNumber()))
                .statusCode(200)
                .body("valid", is(true))
                .body("accepted", is(true))
                .body("ruleSet", is("export-invoice"))
                .body("ruleSetVersion", notNullValue())
                .body("release", is("D22B"))
                .body("engine", notNullValue())
                .body("findings.size()", is(0))
                .body("findingsOmitted", is(0))
                .body("counts", aMapWithSize(0));

        assertThat(rows(database)).isEqualTo(before);
    }

    @Test
    void shouldLetTheGuidelineChooseTheRules() {
        validate(sample("d16b/CII_example1.xml"))
                .body("ruleSet", is("en16931"))
                .body("release", is("D16B"))
                .body("valid", is(true));
        validate(bytes(aSmallInvoice())).body("ruleSet", is("uncefact-cii")).body("valid", is(true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.3.13", "1.3.14", "1.3.15", "1.3.16"})
    void shouldLetTheCallerChooseTheRulesAndTheirVersion(String version) {
        var unguided = bytes(invoiceOfEn16931().replace("<ram:ID>urn:cen.eu:en16931:2017</ram:ID>", ""));
        validate(unguided).body("ruleSet", is("uncefact-cii")).body("valid", is(true));
        validate(unguided, "?ruleSet=en16931:" + version)
                .statusCode(200)
                .body("ruleSet", is("en16931"))
                .body("ruleSetVersion", is(version))
                .body("valid", is(false))
                .body("counts.'BR-01'", is(1));
        validate(unguided, "?ruleSet=en16931").body("ruleSetVersion", is("1.3.16"));
    }

    @Test
    void shouldTakeTheVersionThatWasInForceOnADay() {
        var invoice = sample("d16b/CII_example1.xml");
        validate(invoice, "?on=2026-01-01").body("ruleSetVersion", is("1.3.15"));
        validate(invoice, "?on=2024-12-24&ruleSet=en16931").body("ruleSetVersion", is("1.3.13"));
        validate(invoice, "?on=yesterday").statusCode(400).body("type", is("/problems/malformed-request"));
    }

    @Test
    void shouldNameTheRuleSetsThatThereAre() {
        validate(bytes(aSmallInvoice()), "?ruleSet=en16931:1.0.0")
                .statusCode(400)
                .body("type", is("/problems/unknown-rule-set"))
                .body("detail", containsString("en16931:1.3.16"));
    }

    @Test
    void shouldKeepFactsAndPolicyApart() {
        var warned = bytes(exportInvoice().replace(">24800<", ">22000<"));
        validate(warned)
                .body("valid", is(true))
                .body("accepted", is(true))
                .body("findings.ruleId", hasItem(WARNING))
                .body("findings[0].severity", is("WARNING"));
        validate(warned, "?accept=no-warnings").body("valid", is(true)).body("accepted", is(false));
        validate(warned, "?accept=no-warnings&ignore=" + WARNING + "&ignore=TGT-NONE")
                .body("accepted", is(true))
                .body("findings.ruleId", hasItem(WARNING));

        var invalid = bytes(exportInvoice().replace("20261102", "20260231"));
        validate(invalid, "?ignore=TGT-INV-04&ignore=TGT-CII-05")
                .body("valid", is(false))
                .body("accepted", is(true));
        validate(invalid, "?accept=everything").statusCode(400).body("type", is("/problems/malformed-request"));
    }

    @Test
    void shouldNotLetThePolicyIgnoreTheSchema() {
        var broken = bytes(exportInvoice().replace(">18</ram:PackageQuantity>", ">some</ram:PackageQuantity>"));
        validate(broken, "?ignore=cvc-datatype-valid.1.2.1")
                .body("valid", is(false))
                .body("accepted", is(false))
                .body("counts.'cvc-datatype-valid.1.2.1'", is(2));
    }

    @Test
    void shouldSayWhatIsWrongWhereAndHowToMendItInTwoLanguages() {
        validate(bytes(invoiceOfEn16931().replaceFirst("<ram:DuePayableAmount>", "<ram:DuePayableAmount>1")))
                .body("findings.ruleId", hasItem("BR-CO-16"))
                .body("findings.find { it.ruleId == 'BR-CO-16' }.messageJa", notNullValue())
                .body(
                        "findings.find { it.ruleId == 'BR-CO-16' }.location",
                        containsString("/rsm:CrossIndustryInvoice/"))
                .body("findings.find { it.ruleId == 'BR-CO-16' }.actual", notNullValue())
                .body("findings.find { it.ruleId == 'BR-CO-16' }.expected", notNullValue())
                .body("findings.find { it.ruleId == 'BR-CO-16' }.fixHint", notNullValue())
                .body("findings.find { it.ruleId == 'BR-CO-16' }.fixHintJa", notNullValue());
    }

    @Test
    void shouldJudgeTheInvoiceInAHybridPdf() {
        validatePdf(PdfFixture.facturX(sample("d16b/CII_example1.xml")))
                .statusCode(200)
                .body("valid", is(true))
                .body("ruleSet", is("en16931"));
    }

    @Test
    void shouldRefuseAPdfThatIsNoInvoice() {
        validatePdf(PdfFixture.pdf()).statusCode(422).body("type", is("/problems/pdf-without-invoice"));
        validatePdf(PdfFixture.encrypted("", bytes(aSmallInvoice())))
                .statusCode(400)
                .body("type", is("/problems/pdf-unreadable"));
        validatePdf(PdfFixture.withAttachment(PdfFixture.stream("/Filter/FlateDecode", PdfFixture.packedZeros(100))))
                .statusCode(400)
                .body("type", is("/problems/pdf-unreadable"));
        validatePdf(PdfFixture.facturX(bytes("<!DOCTYPE x><x/>")))
                .statusCode(400)
                .body("type", is("/problems/xml-forbidden-construct"));
        validate(PdfFixture.facturX(bytes(aSmallInvoice())))
                .statusCode(400)
                .body("type", is("/problems/xml-malformed"));
    }

    @ParameterizedTest
    @MethodSource("org.tegata.invoice.HostileXml#attempts")
    void shouldRefuseWhatIsHostile(HostileXml.Attempt attempt) {
        validate(attempt.body())
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", is("/problems/" + attempt.problem()))
                .body("detail", not(containsString("root:")));
    }

    private static String exportInvoice() {
        return new String(anExportInvoiceNumbered(newNumber()), StandardCharsets.UTF_8);
    }

    private static String invoiceOfEn16931() {
        return new String(sample("d16b/CII_example1.xml"), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
