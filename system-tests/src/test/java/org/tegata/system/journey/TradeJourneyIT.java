package org.tegata.system.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tegata.cli.platform.SampleParty.CARRIER;
import static org.tegata.cli.platform.SampleParty.CONFIRMING_BANK;
import static org.tegata.cli.platform.SampleParty.IMPORTER;
import static org.tegata.cli.platform.SampleParty.ISSUING_BANK;
import static org.tegata.cli.platform.SampleParty.SHIPPER;
import static org.tegata.cli.platform.SampleParty.STRANGER;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.tegata.cli.api.Api;
import org.tegata.cli.api.Reply;
import org.tegata.cli.platform.Platform;
import org.tegata.cli.platform.SampleParty;
import org.tegata.cli.platform.Service;
import org.tegata.cli.trade.Evidence;
import org.tegata.cli.trade.Story;
import org.tegata.cli.trade.Trade;

/** The trade of the README, statement by statement; what a step left behind is looked at once more from outside. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TradeJourneyIT {

    private final Api api = new Api(Duration.ofSeconds(10));
    private final StringWriter told = new StringWriter();
    private final Story story = new Story(new PrintWriter(told));
    private Platform platform;
    private Trade trade;

    @BeforeAll
    void open() {
        platform = SharedPlatform.get();
        trade = new Trade(platform, story);
    }

    @Test
    @Order(1)
    void shouldTakeRealInvoicesAndRefuseBrokenOnesWithPlaceAndRule() {
        var invoices = trade.submitInvoices();

        assertThat(invoices.foreign()).hasSizeGreaterThanOrEqualTo(3);
        for (Evidence.Document each : invoices.foreign()) {
            assertThat(get(SHIPPER, Service.INVOICES, "/invoices/" + each.id()).status())
                    .isEqualTo(200);
        }
        assertThat(invoices.schemaFindings())
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding.ruleId()).startsWith("cvc-"))
                .allSatisfy(finding -> assertThat(finding.location()).startsWith("/rsm:CrossIndustryInvoice"));
        assertThat(invoices.ruleFindings())
                .isNotEmpty()
                .anySatisfy(finding -> assertThat(finding.ruleId()).startsWith("TGT-INV-"));
        var document =
                get(SHIPPER, Service.INVOICES, "/invoices/" + invoices.export().id() + "/document", "application/xml");
        assertThat(document.text())
                .contains("CrossIndustryInvoice", invoices.export().number());
        assertAsExpected();
    }

    @Test
    @Order(2)
    void shouldKeepTheCreditAsMt700AndAsXmlAndConfirmIt() {
        var credit = trade.openCredit();

        assertThat(credit.status()).isEqualTo("ADVISED");
        assertThat(credit.confirmation()).isEqualTo("CONFIRMED");
        var path = "/credits/" + credit.id() + "/document";
        assertThat(get(ISSUING_BANK, Service.CREDITS, path, "text/plain").text())
                .contains(":40A:IRREVOCABLE", ":20:" + credit.number());
        assertThat(get(ISSUING_BANK, Service.CREDITS, path, "application/xml").text())
                .contains("LetterOfCredit", credit.number());
        assertThat(get(STRANGER, Service.CREDITS, "/credits/" + credit.id()).status())
                .isEqualTo(404);
        assertAsExpected();
    }

    @Test
    @Order(3)
    void shouldIssueTheBillUnderTheCarriersSignatureToTheShipper() {
        var bill = trade.issueBill();

        assertThat(bill.status()).isEqualTo("ISSUED");
        assertThat(bill.holder()).isEqualTo(SHIPPER.id());
        var seen = get(CARRIER, Service.REGISTRY, "/bills/" + bill.id());
        assertThat(seen.at("/status")).isEqualTo("ISSUED");
        assertThat(seen.at("/transactions/0/actionCode")).isEqualTo("ISSUE");
        assertAsExpected();
    }

    @Test
    @Order(4)
    void shouldAcceptTheComplyingPresentationAndRefuseTheOtherWithEachDiscrepancy() {
        var presentations = trade.presentDocuments();

        assertThat(presentations.complying().verdict()).isEqualTo("COMPLYING");
        assertThat(presentations.complying().discrepancies()).isEmpty();
        var refused = presentations.refused();
        assertThat(refused.verdict()).isEqualTo("DISCREPANT");
        assertThat(refused.status()).isEqualTo("REFUSED");
        assertThat(refused.discrepancies())
                .extracting(Evidence.Discrepancy::ruleId)
                .contains("B09", "B11", "I07");
        assertThat(refused.discrepancies()).allSatisfy(discrepancy -> {
            assertThat(discrepancy.article()).contains("UCP 600");
            assertThat(discrepancy.creditValue()).isNotBlank();
            assertThat(discrepancy.documentValue()).isNotBlank();
            assertThat(discrepancy.creditValue()).isNotEqualTo(discrepancy.documentValue());
        });
        assertThat(get(
                                CONFIRMING_BANK,
                                Service.REGISTRY,
                                "/bills/" + trade.state().bill().id())
                        .at("/holder/party"))
                .isEqualTo(CONFIRMING_BANK.id());
        assertAsExpected();
    }

    @Test
    @Order(5)
    void shouldMoveTheBillToTheOtherPlatformForGood() {
        var transfer = trade.honourAndTransfer();

        assertThat(transfer.responseCode()).isEqualTo("RECE");
        assertThat(transfer.repeatedResponseCode()).isEqualTo("DUPE");
        assertThat(transfer.holder()).isEqualTo(IMPORTER.id());
        assertThat(transfer.chainActions()).startsWith("ISSUE").endsWith("TRANSFER");
        assertThat(transfer.refusedActs()).isNotEmpty();
        assertThat(get(
                                ISSUING_BANK,
                                Service.REGISTRY,
                                "/bills/" + trade.state().bill().id())
                        .at("/status"))
                .isEqualTo("HELD_ELSEWHERE");
        var arrived = get(IMPORTER, Service.REGISTRY_B, "/bills/" + transfer.importerBillId());
        assertThat(arrived.at("/status")).isEqualTo("ISSUED");
        assertThat(arrived.at("/holder/party")).isEqualTo(IMPORTER.id());
        assertAsExpected();
    }

    @Test
    @Order(6)
    void shouldCloseTheBillOnBothPlatforms() {
        var delivery = trade.deliver();

        assertThat(delivery.carrierStatus()).isEqualTo("SURRENDERED_FOR_DELIVERY");
        assertThat(delivery.importerStatus()).isEqualTo("SURRENDERED_FOR_DELIVERY");
        assertThat(delivery.refusedActs()).isNotEmpty();
        assertAsExpected();
    }

    @Test
    @Order(7)
    void shouldHavePublishedExactlyWhatTheDatabasesHold() {
        var audit = trade.audit();

        assertThat(audit.topics()).hasSize(6).allSatisfy((name, topic) -> {
            assertThat(topic.differences()).as(name).isEmpty();
            assertThat(topic.stored()).as(name).isPositive().isEqualTo(topic.published());
        });
        assertAsExpected();
    }

    private Reply get(SampleParty who, Service service, String path) {
        return get(who, service, path, "application/json");
    }

    private Reply get(SampleParty who, Service service, String path, String mediaType) {
        return api.get(platform.url(service).resolve(path))
                .bearer(platform.token(who))
                .accept(mediaType)
                .send();
    }

    /** Nothing that the demo itself expects may have failed either. */
    private void assertAsExpected() {
        assertThat(story.failures()).as(told.toString()).isEmpty();
    }
}
