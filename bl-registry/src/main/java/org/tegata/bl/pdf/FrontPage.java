package org.tegata.bl.pdf;

import static org.tegata.bl.pdf.Wording.joined;
import static org.tegata.bl.pdf.Wording.lines;
import static org.tegata.bl.pdf.Wording.named;
import static org.tegata.bl.pdf.Wording.words;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.tegata.bl.pdf.Paper.Bilingual;
import org.tegata.bl.pdf.Sheets.Ink;

/** The first page: the boxes of a bill of lading where shipping people look for them. */
final class FrontPage {

    private static final float LEFT = Sheets.LEFT;
    private static final float RIGHT = Sheets.RIGHT;
    private static final float MIDDLE = 298;

    private final Sheets sheets;
    private final Form form;
    private final Paper paper;
    private final Said document;
    private final CargoTable cargo;

    FrontPage(Sheets sheets, Wrap wrap, Form form, Paper paper, Said document) {
        this.sheets = sheets;
        this.form = form;
        this.paper = paper;
        this.document = document;
        this.cargo = new CargoTable(sheets, wrap, Cargo.of(document));
    }

    void draw() {
        heading();
        parties();
        carrier();
        route();
        cargo.onFrontPage(form, 308, 566);
        charges();
        issue();
        signature();
    }

    /** The goods that did not fit. */
    CargoTable cargo() {
        return cargo;
    }

    private void box(float x, float y, float width, float height, String english, String japanese, String text) {
        form.fill(new Box(x, y, width, height, new Bilingual(english, japanese), text));
    }

    private void heading() {
        var kind = paper.kind().heading();
        if (document.at("transportDocumentTypeCode").peek().matches("BOL|SWB")) {
            document.text("transportDocumentTypeCode");
        }
        sheets.bold(LEFT, 40, 16, kind.english(), Ink.BLACK);
        sheets.plain(LEFT, 55, 9, kind.japanese(), Ink.GREY);
        var ink = paper.original() ? Ink.BLACK : Ink.RED;
        sheets.frame(330, 24, RIGHT - 330, 34, ink, 1.6f);
        sheets.bold(340, 41, 14, paper.marking().english(), ink);
        sheets.plain(340, 53, 8, paper.marking().japanese(), ink);
    }

    private void parties() {
        var parties = document.at("documentParties");
        float width = MIDDLE - LEFT;
        box(LEFT, 62, width, 64, "Shipper", "荷送人", Wording.party(parties.at("shipper")));
        consignee(parties, width);
        var notify = parties.at("notifyParties").items().stream().map(Wording::party);
        box(LEFT, 190, width, 64, "Notify party", "着荷通知先", joined("\n— — —\n", notify));
    }

    private void consignee(Said parties, float width) {
        var consignee = Wording.party(parties.at("consignee"));
        var endorsee = Wording.party(parties.at("endorsee"));
        if (!document.at("isToOrder").isTrue()) {
            document.text("isToOrder");
            box(LEFT, 126, width, 64, "Consignee (not to order)", "荷受人（記名式）", lines(Stream.of(consignee, endorsee)));
            return;
        }
        document.text("isToOrder");
        var order = endorsee.isEmpty() ? "TO ORDER, IN BLANK (TO BEARER)" : "TO ORDER OF\n" + endorsee;
        box(
                LEFT,
                126,
                width,
                64,
                "Consignee (to order)",
                "荷受人（指図式）",
                lines(Stream.of(order, named("Consignee: ", consignee))));
    }

    private void carrier() {
        float half = (RIGHT - MIDDLE) / 2;
        var number = words(document.text("transportDocumentReference"), document.text("transportDocumentSubReference"));
        var name = paper.kind() == Paper.Kind.SEA_WAYBILL
                ? new Bilingual("Waybill No.", "海上運送状番号")
                : new Bilingual("B/L No.", "船荷証券番号");
        form.fill(new Box(MIDDLE, 62, half, 26, name, number));
        box(
                MIDDLE + half,
                62,
                half,
                26,
                "Shipping instructions",
                "船積指図",
                document.text("shippingInstructionsReference"));
        var references = Stream.concat(
                Stream.of(
                        named("Service contract ", document.text("serviceContractReference")),
                        named("Quotation ", document.text("contractQuotationReference")),
                        named("Quotation ", document.text("extendedContractQuotationReference"))),
                document.at("references").items().stream()
                        .map(one -> words(
                                one.text("type"), one.text("value"), joined(", ", one.texts("values").stream()))));
        box(MIDDLE, 88, RIGHT - MIDDLE, 26, "References", "参照番号", joined("   ", references));
        var parties = document.at("documentParties");
        var code = words(document.text("carrierCodeListProvider"), document.text("carrierCode"));
        box(
                MIDDLE,
                114,
                RIGHT - MIDDLE,
                70,
                "Carrier",
                "運送人",
                lines(Stream.of(Wording.party(parties.at("issuingParty")), code)));
        box(
                MIDDLE,
                184,
                RIGHT - MIDDLE,
                70,
                "Carrier's agent at destination (for delivery)",
                "荷渡代理店",
                Wording.party(parties.at("carriersAgentAtDestination")));
    }

    private void route() {
        var transports = document.at("transports");
        var voyages = transports.at("vesselVoyages").items();
        var vessels = new ArrayList<String>();
        var numbers = new ArrayList<String>();
        for (var voyage : voyages) {
            vessels.add(words(voyage.text("vesselName"), named("IMO ", voyage.text("vesselIMONumber"))));
            numbers.add(words(
                    voyage.text("carrierExportVoyageNumber"),
                    voyage.text("universalExportVoyageReference"),
                    Wording.bracketed(voyage.text("role"))));
        }
        float[] x = {LEFT, 163, MIDDLE, 433, RIGHT};
        float y = 254;
        cell(x, 0, y, "Pre-carriage by", "前段輸送", transports.text("preCarriageBy"));
        cell(x, 1, y, "Place of receipt", "荷受地", place("displayedNameForPlaceOfReceipt", "placeOfReceipt"));
        cell(x, 2, y, "Vessel", "船名", lines(vessels.stream()));
        cell(x, 3, y, "Voyage No.", "航海番号", lines(numbers.stream()));
        y += 27;
        cell(x, 0, y, "Port of loading", "船積港", place("displayedNameForPortOfLoad", "portOfLoading"));
        cell(x, 1, y, "Port of discharge", "荷揚港", place("displayedNameForPortOfDischarge", "portOfDischarge"));
        cell(x, 2, y, "Place of delivery", "荷渡地", place("displayedNameForPlaceOfDelivery", "placeOfDelivery"));
        var onward = Wording.place(List.of(), transports.at("onwardInlandRouting"));
        var on = named("by ", transports.text("onCarriageBy"));
        cell(x, 3, y, "Onward routing", "以遠内陸輸送", lines(Stream.of(onward, on)));
    }

    private void cell(float[] x, int column, float y, String english, String japanese, String text) {
        box(x[column], y, x[column + 1] - x[column], 27, english, japanese, text);
    }

    private String place(String displayed, String member) {
        return Wording.place(document.texts(displayed), document.at("transports", member));
    }

    private void charges() {
        var term = document.text("freightPaymentTermCode");
        var freight = new ArrayList<String>();
        freight.add(
                "PRE".equals(term) ? "FREIGHT PREPAID ／ 運賃前払" : "COL".equals(term) ? "FREIGHT COLLECT ／ 運賃着払" : term);
        for (var charge : document.at("charges").items()) {
            freight.add(words(
                    charge.text("chargeName"),
                    Said.number(charge.text("currencyAmount")),
                    charge.text("currencyCode"),
                    Wording.bracketed(charge.text("paymentTermCode")),
                    charge.text("calculationBasis"),
                    named("at ", Said.number(charge.text("unitPrice"))),
                    named("× ", charge.text("quantity"))));
        }
        box(LEFT, 596, 205, 62, "Freight and charges", "運賃・諸掛", lines(freight.stream()));
        var terms = Stream.of(
                words("Receipt", document.text("receiptTypeAtOrigin"), document.text("cargoMovementTypeAtOrigin")),
                words(
                        "Delivery",
                        document.text("deliveryTypeAtDestination"),
                        document.text("cargoMovementTypeAtDestination")),
                named(
                        "Declared value ",
                        words(Said.number(document.text("declaredValue")), document.text("declaredValueCurrency"))),
                named("Rider pages on paper ", document.text("numberOfRiderPages")));
        box(233, 596, 128, 62, "Service, declared value", "受渡条件・申告価額", lines(terms));
        var clauses = lines(document.texts("carrierClauses").stream());
        box(361, 596, RIGHT - 361, 62, "Carrier's clauses", "運送人の摘要・特約", clauses);
    }

    private void issue() {
        float[] x = {LEFT, 163, MIDDLE, 433, RIGHT};
        float y = 658;
        var payable = document.at("invoicePayableAt");
        var freeText = payable.text("freeText");
        cell(x, 0, y, "Freight payable at", "運賃支払地", words(freeText, Wording.place(List.of(), payable)));
        cell(x, 1, y, "Number of originals / copies", "原本・写しの通数", originals());
        cell(x, 2, y, "Place of issue", "発行地", Wording.place(List.of(), document.at("placeOfIssue")));
        cell(x, 3, y, "Date of issue", "発行日", document.text("issueDate"));
        y += 27;
        var transports = document.at("transports");
        boolean onBoard = document.at("isShippedOnBoardType").isTrue();
        document.text("isShippedOnBoardType");
        var onBoardDate = lines(Stream.of(
                words(document.text("shippedOnBoardDate"), onBoard ? "SHIPPED ON BOARD" : ""),
                document.text("displayedShippedOnBoardReceivedForShipment")));
        cell(x, 0, y, "Shipped on board date", "船積日", onBoardDate);
        var received = words(document.text("receivedForShipmentDate"), onBoard ? "" : "RECEIVED FOR SHIPMENT");
        cell(x, 1, y, "Received for shipment date", "受取日", received);
        cell(x, 2, y, "Planned departure", "出港予定日", transports.text("plannedDepartureDate"));
        cell(x, 3, y, "Planned arrival", "入港予定日", transports.text("plannedArrivalDate"));
    }

    private String originals() {
        return lines(Stream.of(
                copies("Originals", "numberOfOriginalsWithoutCharges", "numberOfOriginalsWithCharges"),
                copies("Copies", "numberOfCopiesWithoutCharges", "numberOfCopiesWithCharges"),
                document.flag("isElectronic", "One electronic record ／ 電子記録一通")));
    }

    private String copies(String which, String withoutCharges, String withCharges) {
        var without = Wording.after(document.text(withoutCharges), " without freight");
        var with = Wording.after(document.text(withCharges), " with freight");
        return named(which + ": ", joined(", ", Stream.of(without, with)));
    }

    private void signature() {
        float y = 712;
        float height = Sheets.BOTTOM - y;
        var verification = paper.verification();
        float right = verification == null ? RIGHT : RIGHT - 150;
        var text =
                lines(Stream.of(paper.signature().english(), paper.signature().japanese()));
        box(LEFT, y, right - LEFT, height, "Signed for the carrier", "運送人の署名", text);
        if (verification != null) {
            sheets.frame(right, y, 150, height, Ink.BLACK, 0.5f);
            // four light modules around it (ISO/IEC 18004)
            QrBars.draw(sheets, verification, right + 8, y + 8, height - 16);
            verify(right + height + 1, y, RIGHT - right - height - 4, verification);
        }
    }

    private void verify(float x, float y, float width, String verification) {
        form.label(x, y + 9, new Bilingual("Verify", "照会先"));
        form.note(x, y + 12, width, 4.6f, verification);
    }
}
