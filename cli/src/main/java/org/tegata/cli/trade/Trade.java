package org.tegata.cli.trade;

import static org.tegata.cli.platform.SampleParty.ADVISING_BANK;
import static org.tegata.cli.platform.SampleParty.CONFIRMING_BANK;
import static org.tegata.cli.platform.SampleParty.IMPORTER;
import static org.tegata.cli.platform.SampleParty.ISSUING_BANK;
import static org.tegata.cli.platform.SampleParty.SHIPPER;
import static org.tegata.cli.platform.Service.REGISTRY;
import static org.tegata.cli.platform.Service.REGISTRY_B;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.tegata.cli.platform.Folders;
import org.tegata.cli.platform.Platform;
import org.tegata.cli.trade.TradeDocuments.Faults;

/**
 * One trade, step by step. Each step may be called again after a failure: its acts carry the same idempotency keys.
 * References are this trade's own, so that several trades can run on one platform.
 */
public final class Trade {
    private static final String AMOUNT = "250000.00";
    private static final String AMOUNT_TOO_HIGH = "275000.00";

    private final Stage stage;
    private final InvoiceSteps invoices;
    private final CreditSteps credits;
    private final BillSteps bills;
    private final ControlSteps control;
    private final PresentationSteps presentations;
    private final TransferSteps transfers;
    private final DeliverySteps deliveries;
    private final TradeState state = new TradeState();

    public Trade(Platform platform, Story story) {
        String run = UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        TradeDocuments papers = new TradeDocuments(Folders.checkout(), LocalDate.now(Clock.systemUTC()), run);
        stage = new Stage(platform, papers, story, run);
        invoices = new InvoiceSteps(stage);
        credits = new CreditSteps(stage);
        SignedActs acts = new SignedActs(stage);
        bills = new BillSteps(stage, acts);
        control = new ControlSteps(stage, acts);
        presentations = new PresentationSteps(stage, bills);
        transfers = new TransferSteps(stage, bills, acts);
        deliveries = new DeliverySteps(stage, acts);
    }

    /** What has been done so far. */
    public TradeState state() {
        return state;
    }

    /** 1: invoices come in as XML; broken, hostile and foreign ones too. */
    public Evidence.Invoices submitInvoices() {
        stage.story.chapter("1. The invoice: a shipper in Osaka bills its customer in Hamburg");
        Evidence.Invoices done = invoices.submit();
        state.invoices = done;
        return done;
    }

    /** 2: the letter of credit is issued, advised and confirmed. */
    public Evidence.Credit openCredit() {
        stage.story.chapter("2. The letter of credit: three banks promise payment against documents");
        Evidence.Credit done = credits.open();
        state.credit = done;
        return done;
    }

    /** 3: the carrier issues the electronic bill of lading. */
    public Evidence.Bill issueBill() {
        stage.story.chapter("3. The bill of lading: the carrier has the machines on board and signs for them");
        Evidence.Bill done = bills.issue(Faults.NONE);
        state.bill = done;
        return done;
    }

    /** 4: a complying presentation, and a second one with three planted faults. */
    public Evidence.Presentations presentDocuments() {
        stage.story.chapter("4. The presentation: documents against payment");
        Evidence.Presentation good = presentGood();
        stage.story.aside(
                "A second shipment, with three faults: shipped late, from Yokohama, and EUR 25,000 too much.");
        Evidence.Presentation refused = presentFaulty();
        Evidence.Presentations done = new Evidence.Presentations(good, refused);
        state.presentations = done;
        return done;
    }

    /** 5: honour, and the bill goes to the issuing bank and by PINT to the importer on the other platform. */
    public Evidence.Transfer honourAndTransfer() {
        honourAndSend();
        return arriveAtImporter();
    }

    /** The first half of step 5: after it the bill is on its way to the other platform. */
    public void honourAndSend() {
        stage.story.chapter("5. Payment, and the bill travels: from bank to bank, then to the other platform");
        Evidence.Presentation good = state.presentations().complying();
        presentations.honour(good.creditId(), good.id());
        bills.endorseAndTransfer(CONFIRMING_BANK, ISSUING_BANK, state.bill().id(), "issuing-bank");
        transfers.send(state.bill().id());
    }

    /** The second half of step 5: waits for the arrival and looks at it from all sides. */
    public Evidence.Transfer arriveAtImporter() {
        Evidence.Transfer done = transfers.arrive(state.bill());
        control.verifyRecord(ISSUING_BANK, REGISTRY, state.bill().id());
        state.transfer = done;
        return done;
    }

    /** 6: surrender, acceptance, and the end of the bill. */
    public Evidence.Delivery deliver() {
        surrender();
        return acceptSurrender();
    }

    /** The first half of step 6: after it the carrier has the importer's request. */
    public void surrender() {
        stage.story.chapter("6. The delivery: the bill goes back to the carrier, the machines to the importer");
        deliveries.surrender(state.transfer().importerBillId(), state.bill().id());
    }

    /** The second half of step 6. */
    public Evidence.Delivery acceptSurrender() {
        Evidence.Delivery done = deliveries.accept(
                state.transfer().importerBillId(), state.bill().id());
        control.verifyRecord(IMPORTER, REGISTRY_B, state.transfer().importerBillId());
        state.delivery = done;
        return done;
    }

    /** 7: the events on Kafka against the databases. */
    public Evidence.Audit audit() {
        stage.story.chapter("7. The books: what was published on Kafka against what stands in the databases");
        Map<String, Evidence.Topic> topics = new LinkedHashMap<>();
        TopicAudit audit = new TopicAudit(stage.platform);
        for (TopicAudit.Owned owned : TopicAudit.Owned.values()) {
            Evidence.Topic topic = audit.compare(owned);
            stage.story.book(owned.service.label(), topic);
            topics.put(topic.name(), topic);
        }
        Evidence.Audit done = new Evidence.Audit(topics);
        state.audit = done;
        return done;
    }

    private Evidence.Presentation presentGood() {
        String bill = state.bill().id();
        String head = bills.endorseAndTransfer(SHIPPER, CONFIRMING_BANK, bill, "confirming-bank");
        control.refuseSecondSale(SHIPPER, ADVISING_BANK, bill, head);
        control.prove(CONFIRMING_BANK, SHIPPER, bill);
        return presentations.comply(state.credit().id(), state.invoices().export(), state.bill(), AMOUNT);
    }

    private Evidence.Presentation presentFaulty() {
        Faults faults = Faults.LATE_OTHER_PORT_TOO_MUCH;
        String credit = credits.openSecond();
        Evidence.Document invoice = invoices.submitExport(faults);
        Evidence.Bill bill = bills.issue(faults);
        control.endorseInCustody(CONFIRMING_BANK, bill.id(), "confirming-bank-second");
        bills.handOver(SHIPPER, CONFIRMING_BANK, bill.id(), "confirming-bank-second");
        return presentations.refuse(credit, invoice, bill, AMOUNT_TOO_HIGH);
    }
}
