package org.tegata.bl.domain;

import static org.tegata.bl.domain.BillFixture.BANK;
import static org.tegata.bl.domain.BillFixture.CARRIER;
import static org.tegata.bl.domain.BillFixture.IMPORTER;
import static org.tegata.bl.domain.BillFixture.SHIPPER;
import static org.tegata.bl.domain.BillFixture.acted;
import static org.tegata.bl.domain.BillFixture.answered;
import static org.tegata.bl.domain.BillFixture.chain;
import static org.tegata.bl.domain.BillFixture.draft;
import static org.tegata.bl.domain.BillFixture.endorsed;
import static org.tegata.bl.domain.BillFixture.envelope;
import static org.tegata.bl.domain.BillFixture.gateway;
import static org.tegata.bl.domain.BillFixture.here;
import static org.tegata.bl.domain.BillFixture.inTransit;
import static org.tegata.bl.domain.BillFixture.issued;
import static org.tegata.bl.domain.BillFixture.pledged;
import static org.tegata.bl.domain.BillFixture.seaWaybillTo;
import static org.tegata.bl.domain.BillFixture.straightTo;
import static org.tegata.bl.domain.BillFixture.surrendered;
import static org.tegata.bl.domain.BillFixture.surrenderedForPaper;
import static org.tegata.bl.domain.BillFixture.there;
import static org.tegata.bl.domain.BillFixture.toOrderOf;
import static org.tegata.bl.domain.BillFixture.transaction;
import static org.tegata.bl.domain.BillFixture.transferred;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A bill of one kind in one state, made by the acts that lead there. */
record Situation(Kind kind, String what, Bill bill) {

    /** How the bill is made out. */
    enum Kind {
        STRAIGHT,
        TO_ORDER,
        BEARER,
        SEA_WAYBILL;

        BillTerms terms() {
            return switch (this) {
                case STRAIGHT -> straightTo(IMPORTER);
                case TO_ORDER -> toOrderOf(SHIPPER);
                case BEARER -> toOrderOf(null);
                case SEA_WAYBILL -> seaWaybillTo(IMPORTER);
            };
        }
    }

    static List<Situation> all() {
        var all = new ArrayList<Situation>();
        for (var kind : Kind.values()) {
            var made = new Maker(kind, all);
            if (kind == Kind.SEA_WAYBILL) {
                made.waybill();
            } else {
                made.open();
                made.away();
                made.closing();
            }
        }
        return all;
    }

    String name() {
        return kind + ", " + what + ": " + bill.status();
    }

    private record Maker(Kind kind, List<Situation> all) {

        private void add(String what, Bill bill) {
            all.add(new Situation(kind, what, bill));
        }

        /** It never leaves whoever it was issued to, but for the carrier's answer. */
        private void waybill() {
            var issued = issued(kind.terms());
            var forAmendment = acted(issued, SHIPPER, TitleAct.SURRENDER_FOR_AMENDMENT);
            var forPaper = surrenderedForPaper(issued, SHIPPER);
            var arrived = received(transaction(ActionCode.ISSUE, there(CARRIER), here(SHIPPER)));
            add("drafted", draft(kind.terms()));
            add("issued to the shipper", issued);
            add("signed by the shipper", acted(issued, SHIPPER, TitleAct.SIGN));
            add("issued elsewhere, held here", arrived);
            add("surrendered to a carrier elsewhere", acted(arrived, SHIPPER, TitleAct.SURRENDER_FOR_AMENDMENT));
            add("surrendered for amendment", forAmendment);
            add("amendment refused", acted(forAmendment, CARRIER, TitleAct.REFUSE_SURRENDER));
            add("surrendered for paper", forPaper);
            add("given up for an amended bill", acted(forAmendment, CARRIER, TitleAct.ACCEPT_SURRENDER));
            add("switched to paper", acted(forPaper, CARRIER, TitleAct.SWITCH_TO_PAPER));
            add("voided", acted(issued, CARRIER, TitleAct.VOID));
        }

        private void open() {
            var issued = issued(kind.terms());
            add("drafted", draft(kind.terms()));
            add("issued to the shipper", issued);
            add("transferred to whom the goods are for", entitled());
            add("signed by its recipient", acted(entitled(), IMPORTER, TitleAct.SIGN));
            add("pledged to whom the goods are for", pledgedToEntitled());
            if (kind != Kind.BEARER) {
                add(
                        "transferred to a bank, the goods being for another",
                        transferred(toImporter(issued), SHIPPER, BANK));
                add("pledged to a bank, the goods being for another", pledged(toImporter(issued), SHIPPER, BANK));
            }
            if (kind == Kind.TO_ORDER) {
                var last = endorsed(issued, SHIPPER, ActionCode.ENDORSE, IMPORTER);
                add("transferred after its last endorsement", transferred(last, SHIPPER, IMPORTER));
            }
            add("released from pledge", acted(pledgedToEntitled(), IMPORTER, TitleAct.RELEASE));
        }

        private Bill toImporter(Bill bill) {
            return kind == Kind.TO_ORDER ? endorsed(bill, SHIPPER, ActionCode.ENDORSE_TO_ORDER, IMPORTER) : bill;
        }

        private Bill entitled() {
            return transferred(toImporter(issued(kind.terms())), SHIPPER, IMPORTER);
        }

        private Bill pledgedToEntitled() {
            return pledged(toImporter(issued(kind.terms())), SHIPPER, IMPORTER);
        }

        private void away() {
            var moving = inTransit(issued(kind.terms()), SHIPPER, BANK);
            add("on its way to another platform", moving);
            add("held on another platform", answered(moving, true));
            add("refused by another platform", answered(inTransit(entitled(), IMPORTER, BANK), false));
            add("issued elsewhere, held here", arrived());
            add("surrendered to a carrier elsewhere", surrendered(arrived(), IMPORTER));
        }

        private Bill arrived() {
            var issue = transaction(ActionCode.ISSUE, there(CARRIER), there(SHIPPER));
            var endorsement = transaction(ActionCode.ENDORSE_TO_ORDER, there(SHIPPER), here(IMPORTER));
            var transfer = transaction(ActionCode.TRANSFER, there(SHIPPER), here(IMPORTER));
            return kind == Kind.TO_ORDER ? received(issue, endorsement, transfer) : received(issue, transfer);
        }

        private Bill received(Transaction... transactions) {
            var verdict = EnvelopeActs.receivedNew(
                    UUID.randomUUID(),
                    BillFixture.HERE,
                    kind.terms(),
                    envelope(chain(1), List.of(transactions)),
                    gateway(),
                    code -> true);
            return ((EnvelopeVerdict.Accepted) verdict).decision().bill();
        }

        private void closing() {
            var forDelivery = surrendered(entitled(), IMPORTER);
            var forAmendment = acted(entitled(), IMPORTER, TitleAct.SURRENDER_FOR_AMENDMENT);
            var forPaper = surrenderedForPaper(entitled(), IMPORTER);
            add("surrendered for delivery", forDelivery);
            add("surrendered for delivery by a pledgee", surrendered(pledgedToEntitled(), IMPORTER));
            add("surrendered for amendment", forAmendment);
            add("surrendered for paper", forPaper);
            add("delivered", acted(forDelivery, CARRIER, TitleAct.ACCEPT_SURRENDER));
            add("given up for an amended bill", acted(forAmendment, CARRIER, TitleAct.ACCEPT_SURRENDER));
            add("switched to paper", acted(forPaper, CARRIER, TitleAct.SWITCH_TO_PAPER));
            add("voided", acted(issued(kind.terms()), CARRIER, TitleAct.VOID));
        }
    }
}
