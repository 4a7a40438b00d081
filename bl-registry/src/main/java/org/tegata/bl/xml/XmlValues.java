package org.tegata.bl.xml;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tegata.access.PartyId;
import org.tegata.bl.domain.BillFacts.Place;
import org.tegata.bl.xml.generated.CodeType;
import org.tegata.bl.xml.generated.DateTimeType;
import org.tegata.bl.xml.generated.FormattedDateTimeType;
import org.tegata.bl.xml.generated.IDType;
import org.tegata.bl.xml.generated.LogisticsLocationType;
import org.tegata.bl.xml.generated.TextType;
import org.tegata.bl.xml.generated.TradePartyType;
import org.tegata.bl.xml.generated.WeightUnitMeasureType;

/** Single values out of the generated types, nothing for what is not there. */
final class XmlValues {

    /** ISO 6523 code of the Legal Entity Identifier. */
    static final String LEI_SCHEME = "0199";

    /** The only date format of this version: UNTDID 2379 code 102, CCYYMMDD. */
    static final String DATE_FORMAT = "102";

    /** The lists a carrier's code may come from (DCSA carrierCodeListProvider). */
    static final List<String> CARRIER_CODE_SCHEMES = List.of("SMDG", "NMFTA");

    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final BigDecimal KILOGRAMS_PER_TONNE = BigDecimal.valueOf(1000);

    private XmlValues() {}

    /** Text with its white space collapsed: what two documents must agree on is words, not line breaks. */
    static @Nullable String text(@Nullable TextType text) {
        return text == null || text.getValue() == null ? null : collapsed(text.getValue());
    }

    static @Nullable String text(@Nullable IDType id) {
        return id == null || id.getValue() == null ? null : collapsed(id.getValue());
    }

    static @Nullable String text(@Nullable CodeType code) {
        return code == null || code.getValue() == null ? null : collapsed(code.getValue());
    }

    /** The texts one after another with a blank between. */
    static String joined(List<TextType> texts, String between) {
        return String.join(
                between,
                texts.stream()
                        .map(TextType::getValue)
                        .map(XmlValues::collapsed)
                        .filter(text -> !text.isEmpty())
                        .toList());
    }

    /** The date, or nothing when it is absent, in another format or not in the calendar. */
    static @Nullable LocalDate date(@Nullable DateTimeType date) {
        if (date == null || date.getDateTimeString() == null) {
            return null;
        }
        return date(
                date.getDateTimeString().getFormat(), date.getDateTimeString().getValue());
    }

    static @Nullable LocalDate date(@Nullable FormattedDateTimeType date) {
        if (date == null || date.getDateTimeString() == null) {
            return null;
        }
        return date(
                date.getDateTimeString().getFormat(), date.getDateTimeString().getValue());
    }

    private static @Nullable LocalDate date(@Nullable String format, @Nullable String value) {
        if (!DATE_FORMAT.equals(format) || value == null || value.length() != 8) {
            return null;
        }
        try {
            return LocalDate.parse(value, DateTimeFormatter.BASIC_ISO_DATE);
        } catch (DateTimeParseException notInTheCalendar) {
            return null;
        }
    }

    /** Kilograms; nothing when the measure is absent or has no unit. */
    static @Nullable BigDecimal kilograms(@Nullable WeightUnitMeasureType weight) {
        if (weight == null || weight.getValue() == null || weight.getUnitCode() == null) {
            return null;
        }
        return switch (weight.getUnitCode()) {
            case "KGM" -> weight.getValue();
            case "TNE" -> weight.getValue().multiply(KILOGRAMS_PER_TONNE);
            default -> null;
        };
    }

    /** The party's LEI; nothing when it has none or its check digits are wrong. */
    static @Nullable PartyId lei(TradePartyType party) {
        return party.getID().stream()
                .filter(id -> LEI_SCHEME.equals(id.getSchemeID()))
                .map(IDType::getValue)
                .filter(PartyId::isLei)
                .map(PartyId::ofLei)
                .findFirst()
                .orElse(null);
    }

    /** The carrier's code in SMDG's or NMFTA's list. */
    static @Nullable IDType carrierCode(TradePartyType carrier) {
        return carrier.getID().stream()
                .filter(id -> CARRIER_CODE_SCHEMES.contains(id.getSchemeID()))
                .findFirst()
                .orElse(null);
    }

    static @Nullable Place place(@Nullable LogisticsLocationType location) {
        return location == null ? null : new Place(text(location.getID()), text(location.getName()));
    }

    private static String collapsed(String text) {
        return BLANKS.matcher(text.strip()).replaceAll(" ");
    }
}
