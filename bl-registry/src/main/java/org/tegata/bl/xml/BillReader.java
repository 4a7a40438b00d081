package org.tegata.bl.xml;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tegata.bl.domain.BillFacts.FreightPaymentTerm;
import org.tegata.bl.domain.BillFacts.Place;
import org.tegata.bl.domain.TransportDocument;
import org.tegata.bl.domain.TransportDocument.Address;
import org.tegata.bl.domain.TransportDocument.Cargo;
import org.tegata.bl.domain.TransportDocument.CargoMovement;
import org.tegata.bl.domain.TransportDocument.Carrier;
import org.tegata.bl.domain.TransportDocument.Contact;
import org.tegata.bl.domain.TransportDocument.Container;
import org.tegata.bl.domain.TransportDocument.Item;
import org.tegata.bl.domain.TransportDocument.MadeOutTo;
import org.tegata.bl.domain.TransportDocument.Party;
import org.tegata.bl.domain.TransportDocument.ReceiptDelivery;
import org.tegata.bl.domain.TransportDocument.Seal;
import org.tegata.bl.domain.TransportDocument.Service;
import org.tegata.bl.domain.TransportDocument.Voyage;
import org.tegata.bl.xml.generated.IDType;
import org.tegata.bl.xml.generated.LogisticsLocationType;
import org.tegata.bl.xml.generated.LogisticsServiceChargeType;
import org.tegata.bl.xml.generated.LogisticsTransportEquipmentType;
import org.tegata.bl.xml.generated.MaritimeBillOfLadingType;
import org.tegata.bl.xml.generated.QuantityType;
import org.tegata.bl.xml.generated.SupplyChainConsignmentItemType;
import org.tegata.bl.xml.generated.SupplyChainConsignmentType;
import org.tegata.bl.xml.generated.TradeAddressType;
import org.tegata.bl.xml.generated.TradeContactType;
import org.tegata.bl.xml.generated.TradePartyType;
import org.tegata.bl.xml.generated.TransportServiceType;
import org.tegata.bl.xml.generated.WeightUnitMeasureType;

/** The bound XML of a bill that broke no rule, as the domain sees it; what a rule demands is taken to be there. */
final class BillReader {

    private BillReader() {}

    static TransportDocument read(MaritimeBillOfLadingType bill) {
        var document = bill.getExchangedDocument();
        var consignment = bill.getSpecifiedSupplyChainConsignment();
        var charge = consignment.getApplicableLogisticsServiceCharge();
        return new TransportDocument(
                TransportDocument.BILL_OF_LADING,
                text(document.getID()),
                XmlValues.date(document.getIssueDateTime()),
                XmlValues.place(document.getIssueLogisticsLocation()),
                count(document.getOriginalIssuedQuantity()),
                document.getContractualDocumentClause().stream()
                        .map(clause -> present(XmlValues.text(clause.getContent())))
                        .toList(),
                XmlValues.joined(consignment.getContractTermsInformation(), "\n"),
                XmlValues.text(consignment.getConsignorAssignedID()),
                text(consignment.getCarrierAssignedID()),
                XmlValues.text(consignment.getContractID()),
                XmlValues.date(consignment.getShippedOnboardDateTime()),
                XmlValues.date(consignment.getCarrierAcceptanceDateTime()),
                party(consignment.getConsignorTradeParty()),
                madeOutTo(consignment.getConsigneeTradeParty()),
                consignment.getNotifiedTradeParty().stream()
                        .map(BillReader::party)
                        .toList(),
                carrier(consignment.getCarrierTradeParty()),
                voyage(consignment),
                service(consignment.getTransportService()),
                term(charge),
                payableAt(charge),
                consignment.getIncludedSupplyChainConsignmentItem().stream()
                        .map(BillReader::item)
                        .toList(),
                consignment.getUtilizedLogisticsTransportEquipment().stream()
                        .map(BillReader::container)
                        .toList());
    }

    private static FreightPaymentTerm term(LogisticsServiceChargeType charge) {
        return "P".equals(charge.getPaymentArrangementCode().getValue())
                ? FreightPaymentTerm.PRE
                : FreightPaymentTerm.COL;
    }

    /** DCSA names the place by UN/LOCODE or by words, never both; the code is the firmer of the two. */
    private static Place payableAt(LogisticsServiceChargeType charge) {
        var place = place(charge.getPaymentPlaceLogisticsLocation());
        return place.unlocode() == null ? place : new Place(place.unlocode(), null);
    }

    private static MadeOutTo madeOutTo(TradePartyType consignee) {
        var party = party(consignee);
        var madeOut = MadeOut.read(party.name());
        return switch (madeOut.kind()) {
            case BEARER -> new MadeOutTo.Bearer();
            case ORDER_OF_SHIPPER -> new MadeOutTo.OrderOfShipper();
            case ORDER_OF ->
                new MadeOutTo.OrderOf(new Party(madeOut.name(), party.id(), party.address(), party.contacts()));
            case NAMED -> new MadeOutTo.Named(party);
        };
    }

    private static Party party(TradePartyType party) {
        return new Party(
                present(XmlValues.text(party.getName())),
                XmlValues.lei(party),
                address(party.getPostalTradeAddress()),
                party.getDefinedTradeContact().stream().map(BillReader::contact).toList());
    }

    private static Contact contact(TradeContactType contact) {
        return new Contact(
                present(XmlValues.text(contact.getPersonName())),
                PartyRules.phone(contact.getTelephoneUniversalCommunication()),
                PartyRules.email(contact.getEmailURIUniversalCommunication()));
    }

    private static @Nullable Address address(@Nullable TradeAddressType address) {
        return address == null
                ? null
                : new Address(
                        present(XmlValues.text(address.getStreetName())),
                        XmlValues.text(address.getPostcodeCode()),
                        present(XmlValues.text(address.getCityName())),
                        XmlValues.text(address.getCountrySubDivisionName()),
                        address.getCountryID().getValue());
    }

    private static Carrier carrier(TradePartyType carrier) {
        var code = present(XmlValues.carrierCode(carrier));
        return new Carrier(
                present(XmlValues.text(carrier.getName())),
                present(XmlValues.lei(carrier)),
                code.getValue(),
                code.getSchemeID(),
                address(carrier.getPostalTradeAddress()));
    }

    private static Voyage voyage(SupplyChainConsignmentType consignment) {
        var movement = consignment.getMainCarriageLogisticsTransportMovement();
        var loading = movement.getLoadingTransportEvent();
        var unloading = movement.getUnloadingTransportEvent();
        return new Voyage(
                present(XmlValues.text(movement.getUsedLogisticsTransportMeans().getName())),
                text(movement.getID()),
                date(XmlValues.date(loading.getEstimatedOccurrenceDateTime())),
                date(XmlValues.date(unloading.getEstimatedOccurrenceDateTime())),
                place(loading.getOccurrenceLogisticsLocation()),
                place(unloading.getOccurrenceLogisticsLocation()),
                XmlValues.place(consignment.getCarrierAcceptanceLogisticsLocation()),
                XmlValues.place(consignment.getConsigneeReceiptLogisticsLocation()));
    }

    private static Service service(TransportServiceType service) {
        String[] places = present(XmlValues.text(service.getCategoryTypeCode())).split("-", 2);
        String[] loads = present(
                        CarriageRules.MOVEMENT.get(present(XmlValues.text(service.getContractMovementTypeCode()))))
                .split("-", 2);
        return new Service(
                ReceiptDelivery.valueOf(places[0]),
                ReceiptDelivery.valueOf(places[1]),
                CargoMovement.valueOf(loads[0]),
                CargoMovement.valueOf(loads[1]));
    }

    private static Item item(SupplyChainConsignmentItemType item) {
        var marks = new ArrayList<String>();
        item.getPhysicalLogisticsShippingMarks()
                .forEach(mark -> mark.getMarking().forEach(line -> marks.add(present(XmlValues.text(line)))));
        var packages = item.getTransportLogisticsPackage();
        String code =
                packages.getTypeCode() == null ? null : packages.getTypeCode().getValue();
        String kind = XmlValues.text(packages.getType());
        var volume = item.getGrossVolumeMeasure();
        var cargo = new Cargo(
                text(item.getAssociatedReferencedLogisticsTransportEquipment().getID()),
                kilograms(item.getGrossWeightMeasure()),
                volume == null ? null : volume.getValue(),
                packages.getItemQuantity().getValue().longValueExact(),
                code,
                kind == null ? present(code) : kind);
        return new Item(
                XmlValues.joined(item.getNatureIdentificationTransportCargo().getIdentification(), " "),
                List.of(present(XmlValues.text(item.getTypeCode()))),
                marks,
                List.of(cargo));
    }

    private static Container container(LogisticsTransportEquipmentType container) {
        var tare = container.getTareWeightMeasure();
        return new Container(
                text(container.getID()),
                XmlValues.text(container.getCharacteristicCode()),
                tare == null ? null : kilograms(tare),
                "1".equals(XmlValues.text(container.getSupplierPartyRoleCode())),
                container.getAffixedLogisticsSeal().stream()
                        .map(seal -> new Seal(
                                text(seal.getID()),
                                seal.getSealingPartyRoleCode() == null
                                        ? null
                                        : CargoRules.SEAL_SOURCES.get(
                                                seal.getSealingPartyRoleCode().getValue())))
                        .toList());
    }

    private static Place place(@Nullable LogisticsLocationType location) {
        return present(XmlValues.place(location));
    }

    private static BigDecimal kilograms(WeightUnitMeasureType weight) {
        return present(XmlValues.kilograms(weight));
    }

    private static @Nullable Integer count(@Nullable QuantityType quantity) {
        return quantity == null ? null : quantity.getValue().intValueExact();
    }

    private static LocalDate date(@Nullable LocalDate date) {
        return present(date);
    }

    private static String text(@Nullable IDType id) {
        return present(XmlValues.text(id));
    }

    private static <T> T present(@Nullable T value) {
        return Objects.requireNonNull(value, "a rule demands it");
    }
}
