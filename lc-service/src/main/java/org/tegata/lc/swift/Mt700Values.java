package org.tegata.lc.swift;

import static org.tegata.lc.swift.FinText.fault;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.tegata.lc.domain.AvailableBy;
import org.tegata.lc.domain.Countries;
import org.tegata.problem.Finding;

/** Values that a format cannot judge: dates, currencies, amounts, references, BICs, codes inside a field. */
final class Mt700Values {

    private static final int PIVOT_YEAR = 1980;
    private static final int AMOUNT_LENGTH = 15;
    private static final int MAX_MESSAGES = 8;
    private static final Pattern AMOUNT = Pattern.compile("[0-9]+,[0-9]*");
    private static final Pattern BIC_LINE =
            Pattern.compile("(?:^|\\n)([A-Z]{4}([A-Z]{2})[A-Z0-9]{2}(?:[A-Z0-9]{3})?)(?:\\n|$)");
    private static final Set<String> RULES = Set.of(
            "UCP LATEST VERSION",
            "EUCP LATEST VERSION",
            "UCPURR LATEST VERSION",
            "EUCPURR LATEST VERSION",
            "ISP LATEST VERSION",
            "OTHR");

    /** YYMMDD, years 1980 to 2079. */
    static final DateTimeFormatter DATE = new DateTimeFormatterBuilder()
            .appendValueReduced(ChronoField.YEAR, 2, 2, PIVOT_YEAR)
            .appendPattern("MMdd")
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private Mt700Values() {}

    static void check(FinText message, List<Finding> findings) {
        for (var field : message.fields()) {
            switch (field.tag()) {
                case "27" -> sequence(field, findings);
                case "20", "23" -> reference(field, findings);
                case "31C", "44C" -> date(field, field.value(), findings);
                case "31D" -> date(field, head(field.value(), 6), findings);
                case "32B" -> amount(field, findings);
                case "40E" -> rules(field, findings);
                case "41A", "41D" -> available(field, findings);
                default -> {
                    // Nothing beyond the format.
                }
            }
            if (field.tag().matches("(41|42|51|53|57|58)A")) {
                bic(field, findings);
            }
        }
    }

    static Optional<LocalDate> date(String yymmdd) {
        try {
            return Optional.of(LocalDate.parse(yymmdd, DATE));
        } catch (DateTimeParseException impossible) {
            return Optional.empty();
        }
    }

    private static void sequence(FinText.Field field, List<Finding> findings) {
        if (!field.value().matches("[0-9]/[0-9]")) {
            return;
        }
        int number = field.value().charAt(0) - '0';
        int total = field.value().charAt(2) - '0';
        if (number != 1 || total < number || total > MAX_MESSAGES) {
            findings.add(fault("T75", field.location(), "An MT700 is message 1 of 1 to 8"));
        }
    }

    private static void reference(FinText.Field field, List<Finding> findings) {
        String value = field.value();
        if (value.startsWith("/") || value.endsWith("/") || value.contains("//")) {
            findings.add(fault("T26", field.location(), "A reference has no slash at its ends nor two in a row"));
        }
    }

    private static void date(FinText.Field field, String value, List<Finding> findings) {
        if (value.matches("[0-9]{6}") && date(value).isEmpty()) {
            findings.add(fault("T50", field.location(), value + " is no date"));
        }
    }

    private static void amount(FinText.Field field, List<Finding> findings) {
        String currency = head(field.value(), 3);
        String amount = field.value().substring(currency.length());
        boolean readable = AMOUNT.matcher(amount).matches() && amount.length() <= AMOUNT_LENGTH;
        if (!amount.matches("[0-9].*") || amount.matches("0*,0*")) {
            findings.add(fault("T40", field.location(), "The amount is missing or zero"));
        } else if (!readable) {
            findings.add(fault(
                    "T43", field.location(), "An amount has one decimal comma, no other separator, and 15 characters"));
        }
        int decimals = decimals(currency);
        if (currency.matches("[A-Z]{3}") && decimals < 0) {
            findings.add(fault("T52", field.location(), currency + " is no currency of ISO 4217 to pay in"));
        } else if (readable && decimals >= 0 && amount.length() - amount.indexOf(',') - 1 > decimals) {
            findings.add(fault("C03", field.location(), currency + " has " + decimals + " decimals"));
        }
    }

    /** Decimals of the currency; negative when there is no such currency, or none to pay in. */
    private static int decimals(String currency) {
        try {
            return Currency.getInstance(currency).getDefaultFractionDigits();
        } catch (IllegalArgumentException unknown) {
            return -1;
        }
    }

    private static void rules(FinText.Field field, List<Finding> findings) {
        int slash = field.value().indexOf('/');
        String code = slash < 0 ? field.value() : field.value().substring(0, slash);
        if (!RULES.contains(code)) {
            findings.add(fault("T59", field.location(), "Not one of the codes of field 40E"));
        }
        if (slash >= 0 && !code.equals("OTHR")) {
            findings.add(fault("D81", field.location(), "Rules are named in words only after OTHR"));
        }
    }

    private static void available(FinText.Field field, List<Finding> findings) {
        String by = field.value().substring(field.value().lastIndexOf('\n') + 1);
        try {
            AvailableBy.ofCodeWord(by);
        } catch (IllegalArgumentException unknown) {
            findings.add(fault("T68", field.location(), "Not a way in which a credit is available: " + by));
        }
    }

    private static void bic(FinText.Field field, List<Finding> findings) {
        var bic = BIC_LINE.matcher(field.value());
        if (bic.find() && !Countries.isCode(bic.group(2))) {
            findings.add(fault("T27", field.location(), "A BIC has an ISO 3166 country in its 5th and 6th letter"));
        }
    }

    private static String head(String value, int length) {
        return value.substring(0, Math.min(length, value.length()));
    }
}
