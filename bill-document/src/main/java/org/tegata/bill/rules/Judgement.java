package org.tegata.bill.rules;

import java.time.LocalDate;
import org.tegata.xml.XmlElement;

/** All rules on one bill: those on its parts by subject, and those on values wherever they stand. */
final class Judgement {

    private final Findings findings;
    private final DateRules dates;
    private final PartyRules parties;
    private final PlaceRules places;
    private final FreightRules freight;
    private final TotalRules totals;
    private final ReeferRules reefers;
    private final IdentifierRules identifiers;
    private final OnceRules once;

    Judgement(Findings findings, LocalDate today) {
        this.findings = findings;
        this.dates = new DateRules(findings, today);
        this.parties = new PartyRules(findings);
        this.places = new PlaceRules(findings);
        this.freight = new FreightRules(findings);
        this.totals = new TotalRules(findings);
        this.reefers = new ReeferRules(findings);
        this.identifiers = new IdentifierRules(findings);
        this.once = new OnceRules(findings);
    }

    void check(XmlElement bill, XmlElement document, XmlElement consignment) {
        values(bill);
        var items = consignment.all("IncludedSupplyChainConsignmentItem");
        var containers = consignment.all("UtilizedLogisticsTransportEquipment");
        new DocumentRules(findings).check(document, consignment);
        dates.check(document, consignment);
        parties.check(document, consignment);
        places.check(document, consignment);
        new CarriageRules(findings).check(consignment);
        freight.check(document, consignment, items);
        new ContainerRules(findings).check(consignment, items, containers);
        for (XmlElement container : containers) {
            reefers.check(container);
        }
        var goods = new ItemRules(findings);
        var dangerous = new DangerousGoodsRules(findings);
        for (XmlElement item : items) {
            goods.check(item);
            dangerous.check(item);
        }
        totals.check(consignment, items);
        once.check(consignment, items, containers);
        new LawRules(findings).check(document, consignment);
    }

    /** Rules that hold of every value of a kind, wherever it stands: the kind is the end of its name. */
    private void values(XmlElement parent) {
        var children = parent.children();
        for (int i = 0; i < children.size(); i++) {
            var element = children.get(i);
            String name = element.name();
            switch (name.charAt(name.length() - 1)) {
                case 'e' -> endsInE(element, name);
                case 't' -> endsInT(element, name);
                case 'y' -> endsInY(element, name);
                case 'n' -> {
                    if (name.endsWith("LogisticsLocation")) {
                        places.place(element);
                    }
                }
                case 'c' -> {
                    if (name.endsWith("Numeric")) {
                        totals.number(element);
                    }
                }
                case 'D' -> endsInD(element, name);
                case 'g' -> endsInG(element, name);
                default -> {
                    // Texts, and aggregates without rules of their own.
                }
            }
            if (!element.children().isEmpty()) {
                values(element);
            }
        }
    }

    private void endsInD(XmlElement element, String name) {
        if (name.endsWith("ID")) {
            identifiers.token(element);
        }
        if (name.equals("CountryID")) {
            places.country(element);
        } else if (name.equals("CityID")) {
            places.city(element);
        }
    }

    private void endsInG(XmlElement element, String name) {
        if (name.equals("IndicatorString")) {
            identifiers.indicator(element);
        } else if (name.equals("DateTimeString")) {
            identifiers.token(element);
        }
    }

    private void endsInE(XmlElement element, String name) {
        if (name.endsWith("Code")) {
            identifiers.token(element);
        }
        if (name.endsWith("DateTime")) {
            dates.dateTime(element);
        } else if (name.endsWith("WeightMeasure")) {
            totals.weight(element);
        } else if (name.endsWith("VolumeMeasure")) {
            totals.volume(element);
        } else if (name.endsWith("Measure")) {
            totals.number(element);
        } else if (name.endsWith("LogisticsPackage")) {
            once.packages(element);
        } else if (name.endsWith("CurrencyCode")) {
            freight.currency(element);
        }
    }

    private void endsInT(XmlElement element, String name) {
        if (name.endsWith("Amount")) {
            freight.amount(element);
            totals.number(element);
        } else if (name.endsWith("Percent")) {
            totals.number(element);
        } else if (name.endsWith("TemperatureMeasurement")) {
            element.all("ActualMeasure").forEach(reefers::temperature);
        }
    }

    private void endsInY(XmlElement element, String name) {
        if (name.endsWith("TradeParty")) {
            parties.party(element);
            identifiers.party(element);
        } else if (name.endsWith("Quantity")) {
            totals.number(element);
        }
    }
}
