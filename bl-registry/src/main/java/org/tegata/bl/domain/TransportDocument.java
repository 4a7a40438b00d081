package org.tegata.bl.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tegata.access.PartyId;
import org.tegata.bl.domain.BillFacts.FreightPaymentTerm;
import org.tegata.bl.domain.BillFacts.Measure;
import org.tegata.bl.domain.BillFacts.Place;

/**
 * A bill of lading as data: what our UN/CEFACT XML and DCSA's transport document (PINT 3.0.0) can both say.
 *
 * <p>Each codec reads its language into this record and writes it from there, so the two can only differ in what one of
 * them has no word for (docs/reference/bill-of-lading-mapping.md). Weights are kilograms, volumes cubic metres.
 */
public record TransportDocument(
        String typeCode,
        String reference,
        @Nullable LocalDate issueDate,
        @Nullable Place placeOfIssue,
        @Nullable Integer originalsIssued,
        List<String> clauses,
        String terms,
        @Nullable String shipperReference,
        String bookingReference,
        @Nullable String serviceContract,
        @Nullable LocalDate shippedOnBoardDate,
        @Nullable LocalDate receivedForShipmentDate,
        Party shipper,
        MadeOutTo madeOutTo,
        List<Party> notifyParties,
        Carrier carrier,
        Voyage voyage,
        Service service,
        @Nullable FreightPaymentTerm freightPaymentTerm,
        Place freightPayableAt,
        List<Item> items,
        List<Container> containers) {

    /** UNTDID 1001: bill of lading. */
    public static final String BILL_OF_LADING = "705";

    /** UNTDID 1001: sea waybill; other platforms may send one, our XML does not say it yet. */
    public static final String SEA_WAYBILL = "710";

    /** What the consignee box of a bill to order of its shipper says. */
    public static final String TO_ORDER_OF_SHIPPER = "TO ORDER OF SHIPPER";

    private static final String TO_ORDER_OF = "TO ORDER OF ";

    public TransportDocument {
        clauses = List.copyOf(clauses);
        notifyParties = List.copyOf(notifyParties);
        items = List.copyOf(items);
        containers = List.copyOf(containers);
    }

    /** Negotiable: whom to deliver to depends on endorsement and control, not on the document alone. */
    public boolean isToOrder() {
        return !(madeOutTo instanceof MadeOutTo.Named);
    }

    public BigDecimal grossWeight() {
        return items.stream()
                .flatMap(item -> item.cargo().stream())
                .map(Cargo::grossWeight)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public long packageQuantity() {
        return items.stream()
                .flatMap(item -> item.cargo().stream())
                .mapToLong(Cargo::packages)
                .sum();
    }

    /** The view that other services get, under the registry's id and the digest of the bytes that are the record. */
    public BillFacts facts(UUID billId, String digest) {
        var notified = new ArrayList<BillFacts.NotifyParty>();
        notifyParties.forEach(party -> notified.add(new BillFacts.NotifyParty(party.name())));
        return new BillFacts(
                billId,
                digest,
                reference,
                typeCode,
                issueDate,
                shippedOnBoardDate,
                new BillFacts.Party(shipper.name(), shipper.id()),
                consignee(),
                isToOrder(),
                notified,
                new BillFacts.Carrier(carrier.name(), carrier.id()),
                voyage.portOfLoading(),
                voyage.portOfDischarge(),
                voyage.placeOfReceipt(),
                voyage.placeOfDelivery(),
                voyage.vesselName(),
                voyage.voyageNumber(),
                new Measure(grossWeight(), "KGM"),
                packageQuantity(),
                items.stream().map(Item::description).toList(),
                freightPaymentTerm,
                originalsIssued,
                clauses);
    }

    /** One number, one spelling: 24800 and 24800.00 are the same weight. */
    private static BigDecimal plain(BigDecimal value) {
        var stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private BillFacts.Consignee consignee() {
        if (madeOutTo instanceof MadeOutTo.Named named) {
            return new BillFacts.Consignee(named.party().name(), named.party().id());
        }
        if (madeOutTo instanceof MadeOutTo.OrderOf order) {
            return new BillFacts.Consignee(
                    TO_ORDER_OF + order.party().name(), order.party().id());
        }
        if (madeOutTo instanceof MadeOutTo.OrderOfShipper) {
            return new BillFacts.Consignee(TO_ORDER_OF_SHIPPER, shipper.id());
        }
        return new BillFacts.Consignee(null, null);
    }

    /** Whom the bill is made out to (DCSA: consignee, endorsee or neither). */
    public sealed interface MadeOutTo {

        /** A straight bill: delivery to this party. */
        record Named(Party party) implements MadeOutTo {}

        /** To the order of a named party, who alone can endorse first. */
        record OrderOf(Party party) implements MadeOutTo {}

        /** To order, or to order of shipper: the shipper endorses first. */
        record OrderOfShipper() implements MadeOutTo {}

        /** To bearer: a blank bill, no endorsement needed. */
        record Bearer() implements MadeOutTo {}
    }

    /** A party with what both languages know of it. */
    public record Party(
            String name, @Nullable PartyId id, @Nullable Address address, List<Contact> contacts) {

        public Party {
            contacts = List.copyOf(contacts);
        }
    }

    /** Street, city and country, as DCSA's PartyAddress needs them. */
    public record Address(
            String street,
            @Nullable String postCode,
            String city,
            @Nullable String stateRegion,
            String countryCode) {}

    /** A person with a telephone number, an e-mail address or both. */
    public record Contact(
            String name, @Nullable String phone, @Nullable String email) {}

    /** The carrier: identified for the law by its LEI, for the trade by its liner code (of SMDG or NMFTA). */
    public record Carrier(
            String name,
            PartyId id,
            String code,
            String codeListProvider,
            @Nullable Address address) {}

    /** The carriage by sea with its ports, and the places before and after it. */
    public record Voyage(
            String vesselName,
            String voyageNumber,
            LocalDate plannedDeparture,
            LocalDate plannedArrival,
            Place portOfLoading,
            Place portOfDischarge,
            @Nullable Place placeOfReceipt,
            @Nullable Place placeOfDelivery) {}

    /** Where the carrier takes over and hands over, and who stuffs and strips. */
    public record Service(
            ReceiptDelivery receiptAtOrigin,
            ReceiptDelivery deliveryAtDestination,
            CargoMovement movementAtOrigin,
            CargoMovement movementAtDestination) {}

    /** DCSA receiptTypeAtOrigin and deliveryTypeAtDestination. */
    public enum ReceiptDelivery {
        /** Container yard. */
        CY,
        /** Store door. */
        SD,
        /** Container freight station. */
        CFS
    }

    /** DCSA cargoMovementType; UNTDID 8335 codes 2 to 5 pair them. */
    public enum CargoMovement {
        /** Full container load. */
        FCL,
        /** Less than container load. */
        LCL
    }

    /** One line of goods, with the cargo of it in each container. */
    public record Item(String description, List<String> hsCodes, List<String> marks, List<Cargo> cargo) {

        public Item {
            hsCodes = List.copyOf(hsCodes);
            marks = List.copyOf(marks);
            cargo = List.copyOf(cargo);
        }
    }

    /** Packages of one line of goods in one container. */
    public record Cargo(
            String containerNumber,
            BigDecimal grossWeight,
            @Nullable BigDecimal grossVolume,
            long packages,
            @Nullable String packageCode,
            String packageDescription) {

        public Cargo {
            grossWeight = plain(grossWeight);
            grossVolume = grossVolume == null ? null : plain(grossVolume);
        }
    }

    /** A container with the seals it was shipped under. */
    public record Container(
            String number,
            @Nullable String isoType,
            @Nullable BigDecimal tareWeight,
            boolean shipperOwned,
            List<Seal> seals) {

        public Container {
            tareWeight = tareWeight == null ? null : plain(tareWeight);
            seals = List.copyOf(seals);
        }
    }

    /** A seal; {@code source} is DCSA's CAR, SHI, VET or CUS. */
    public record Seal(String number, @Nullable String source) {}
}
