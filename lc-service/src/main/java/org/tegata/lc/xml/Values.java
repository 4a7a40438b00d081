package org.tegata.lc.xml;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.tegata.lc.xml.generated.qdt.PartyRoleCodeType;
import org.tegata.lc.xml.generated.udt.AmountType;
import org.tegata.lc.xml.generated.udt.CodeType;
import org.tegata.lc.xml.generated.udt.DateTimeType;
import org.tegata.lc.xml.generated.udt.IDType;
import org.tegata.lc.xml.generated.udt.IndicatorType;
import org.tegata.lc.xml.generated.udt.PercentType;
import org.tegata.lc.xml.generated.udt.TextType;

/** The unqualified data types of UN/CEFACT, to and from Java. */
final class Values {

    /** UNTDID 2379: CCYYMMDD. */
    private static final String DATE_FORMAT = "102";

    private static final DateTimeFormatter DATE = DateTimeFormatter.BASIC_ISO_DATE;

    private Values() {}

    static TextType text(String value) {
        var text = new TextType();
        text.setValue(value);
        return text;
    }

    static @Nullable TextType optionalText(@Nullable String value) {
        return value == null ? null : text(value);
    }

    static @Nullable String string(@Nullable TextType text) {
        return text == null ? null : text.getValue();
    }

    static IDType id(String value, @Nullable String scheme) {
        var id = new IDType();
        id.setValue(value);
        id.setSchemeID(scheme);
        return id;
    }

    static CodeType code(String value, @Nullable String list) {
        var code = new CodeType();
        code.setValue(value);
        code.setListID(list);
        return code;
    }

    static PartyRoleCodeType role(String value) {
        var role = new PartyRoleCodeType();
        role.setValue(value);
        return role;
    }

    static DateTimeType date(LocalDate value) {
        var string = new DateTimeType.DateTimeString();
        string.setFormat(DATE_FORMAT);
        string.setValue(value.format(DATE));
        var date = new DateTimeType();
        date.setDateTimeString(string);
        return date;
    }

    static LocalDate date(DateTimeType value) {
        return LocalDate.parse(value.getDateTimeString().getValue(), DATE);
    }

    static AmountType amount(String currency, BigDecimal value) {
        var amount = new AmountType();
        amount.setCurrencyID(currency);
        amount.setValue(value);
        return amount;
    }

    static IndicatorType indicator(boolean value) {
        var indicator = new IndicatorType();
        indicator.setIndicator(value);
        return indicator;
    }

    /** Per cent as it was written: the format keeps a leading zero. */
    static PercentType percent(String digits) {
        var percent = new PercentType();
        percent.setValue(new BigDecimal(digits));
        percent.setFormat("0".repeat(digits.length()));
        return percent;
    }

    static String digits(PercentType percent) {
        String digits = percent.getValue().toBigInteger().toString();
        int width = percent.getFormat() == null ? 0 : percent.getFormat().length();
        return "0".repeat(Math.max(0, width - digits.length())) + digits;
    }
}
