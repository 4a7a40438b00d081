package org.tegata.invoice.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.tegata.invoice.InvoiceFixture.anExportInvoiceNumbered;
import static org.tegata.invoice.rest.InvoiceApi.newNumber;
import static org.tegata.invoice.rest.InvoiceApi.rows;
import static org.tegata.invoice.rest.InvoiceApi.validate;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.tegata.embedded.InfraTestResource;

/** Judging invoices without keeping them. */
@QuarkusTest
@WithTestResource(InfraTestResource.class)
class ValidatingInvoicesIT {

    @Inject
    DataSource database;

    @Test
    void shouldJudgeWithoutStoring() throws Exception {
        var before = rows(database);
        validate(anExportInvoiceNumbered(newNumber()))
                .statusCode(200)
                .body("valid", is(true))
                .body("ruleSet", is("uncefact-cii-d22b"))
                .body("findings.size()", is(0));

        assertThat(rows(database)).isEqualTo(before);
    }

    @Test
    void shouldTellWarningsOfAValidInvoice() throws Exception {
        validate(Files.readAllBytes(Path.of("src/test/resources/xml/valid/TGT-INV-14__net-above-gross.xml")))
                .statusCode(200)
                .body("valid", is(true))
                .body("findings[0].ruleId", is("TGT-INV-14"))
                .body("findings[0].severity", is("WARNING"));
    }

    @Test
    void shouldTellErrorsOfAnInvalidInvoice() throws Exception {
        validate(Files.readAllBytes(Path.of("src/test/resources/xml/invalid/TGT-INV-03__sum-of-lines-differs.xml")))
                .statusCode(200)
                .body("valid", is(false))
                .body("findings[0].ruleId", is("TGT-INV-03"));
    }

    @Test
    void shouldRefuseWhatCannotBeRead() {
        validate("<!DOCTYPE x><x/>".getBytes(StandardCharsets.UTF_8))
                .statusCode(400)
                .body("type", is("/problems/xml-forbidden-construct"));
    }
}
