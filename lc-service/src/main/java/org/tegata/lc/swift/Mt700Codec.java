package org.tegata.lc.swift;

import com.prowidesoftware.swift.io.ConversionService;
import com.prowidesoftware.swift.model.SwiftBlock1;
import com.prowidesoftware.swift.model.SwiftBlock2Input;
import com.prowidesoftware.swift.model.SwiftBlock4;
import com.prowidesoftware.swift.model.SwiftMessage;
import com.prowidesoftware.swift.model.Tag;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tegata.lc.domain.AvailableBy;
import org.tegata.lc.domain.BankParty;
import org.tegata.lc.domain.LetterOfCredit;
import org.tegata.lc.domain.LetterOfCredit.Amount;
import org.tegata.lc.domain.LetterOfCredit.Availability;
import org.tegata.lc.domain.LetterOfCredit.Conditions;
import org.tegata.lc.domain.LetterOfCredit.Heading;
import org.tegata.lc.domain.LetterOfCredit.Parties;
import org.tegata.lc.domain.LetterOfCredit.PresentationPeriod;
import org.tegata.lc.domain.LetterOfCredit.Shipment;
import org.tegata.lc.domain.LetterOfCredit.Tolerance;
import org.tegata.lc.domain.Trader;

/**
 * An MT700 to the credit it carries, and back. Reads only what {@link Mt700Check} has passed. Writing gives the same
 * block 4 again, with CRLF; session and sequence numbers of the headers are zero, trailers are not kept.
 */
public final class Mt700Codec {

    private static final int BIC_LENGTH = 8;

    private Mt700Codec() {}

    /** The credit in an MT700 that passed the check. */
    public static LetterOfCredit read(byte[] text) {
        var message = FinText.parse(text);
        return new LetterOfCredit(
                heading(message),
                parties(message),
                amount(message),
                availability(message),
                shipment(message),
                conditions(message));
    }

    /** The MT700 that carries the credit, from its sender to its receiver. */
    public static byte[] write(LetterOfCredit credit) {
        var message = new SwiftMessage();
        var basic = new SwiftBlock1();
        basic.setSender(terminal(credit.heading().senderBic(), 'A'));
        basic.setSessionNumber("0000");
        basic.setSequenceNumber("000000");
        message.setBlock1(basic);
        var application = new SwiftBlock2Input();
        application.setMessageType("700");
        application.setReceiver(terminal(credit.heading().receiverBic(), 'X'));
        application.setMessagePriority("N");
        message.setBlock2(application);
        var block = new SwiftBlock4();
        fields(credit).forEach(block::append);
        message.setBlock4(block);
        return new ConversionService().getFIN(message).getBytes(StandardCharsets.US_ASCII);
    }

    private static Heading heading(FinText message) {
        String basic = String.valueOf(message.basicHeader());
        String application = String.valueOf(message.applicationHeader());
        // Block 1 holds our own terminal: the sender of an input message, the receiver of an output message.
        String own = bic(basic.substring(3, 15));
        boolean input = application.startsWith("I");
        String other = bic(input ? application.substring(4, 16) : application.substring(14, 26));
        String rules = value(message, "40E");
        int slash = rules.indexOf('/');
        String expiry = value(message, "31D");
        return new Heading(
                input ? own : other,
                input ? other : own,
                value(message, "40A"),
                value(message, "20"),
                optional(message, "23"),
                date(value(message, "31C")),
                slash < 0 ? rules : rules.substring(0, slash),
                slash < 0 ? null : rules.substring(slash + 1),
                date(expiry.substring(0, 6)),
                expiry.substring(6));
    }

    private static Parties parties(FinText message) {
        return new Parties(
                bank(message, "51"),
                new Trader(null, lines(value(message, "50"))),
                trader(value(message, "59")),
                bank(message, "58"),
                bank(message, "53"),
                bank(message, "57"));
    }

    private static Trader trader(String value) {
        var lines = lines(value);
        return value.startsWith("/")
                ? new Trader(lines.get(0).substring(1), lines.subList(1, lines.size()))
                : new Trader(null, lines);
    }

    private static Amount amount(FinText message) {
        String value = value(message, "32B");
        String tolerance = optional(message, "39A");
        String[] parts = tolerance == null ? new String[0] : tolerance.split("/");
        String digits = value.substring(3).replace(',', '.');
        return new Amount(
                value.substring(0, 3),
                new BigDecimal(digits.endsWith(".") ? digits.substring(0, digits.length() - 1) : digits),
                parts.length == 0 ? null : new Tolerance(parts[0], parts[1]),
                optional(message, "39C"));
    }

    private static Availability availability(FinText message) {
        boolean byBic = message.field("41A").isPresent();
        var lines = lines(value(message, byBic ? "41A" : "41D"));
        String by = lines.get(lines.size() - 1);
        var rest = lines.subList(0, lines.size() - 1);
        var with = byBic ? new BankParty(null, rest.get(0), null, List.of()) : new BankParty(null, null, null, rest);
        return new Availability(
                with,
                AvailableBy.ofCodeWord(by),
                optional(message, "42C"),
                bank(message, "42"),
                optional(message, "42M"),
                optional(message, "42P"));
    }

    private static Shipment shipment(FinText message) {
        String latest = optional(message, "44C");
        return new Shipment(
                optional(message, "43P"),
                optional(message, "43T"),
                optional(message, "44A"),
                optional(message, "44E"),
                optional(message, "44F"),
                optional(message, "44B"),
                latest == null ? null : date(latest),
                optional(message, "44D"));
    }

    private static Conditions conditions(FinText message) {
        String period = optional(message, "48");
        return new Conditions(
                optional(message, "45A"),
                optional(message, "46A"),
                optional(message, "47A"),
                optional(message, "49G"),
                optional(message, "49H"),
                optional(message, "71D"),
                period == null ? null : period(period),
                value(message, "49"),
                optional(message, "78"),
                optional(message, "72Z"));
    }

    private static PresentationPeriod period(String value) {
        int slash = value.indexOf('/');
        return slash < 0
                ? new PresentationPeriod(Integer.parseInt(value), null)
                : new PresentationPeriod(Integer.parseInt(value.substring(0, slash)), value.substring(slash + 1));
    }

    private static @Nullable BankParty bank(FinText message, String number) {
        for (String option : List.of("A", "B", "D")) {
            String value = optional(message, number + option);
            if (value == null) {
                continue;
            }
            var lines = lines(value);
            String identifier = value.startsWith("/") ? lines.get(0) : null;
            var rest = identifier == null ? lines : lines.subList(1, lines.size());
            return switch (option) {
                case "A" -> new BankParty(identifier, rest.get(0), null, List.of());
                case "B" -> new BankParty(identifier, null, rest.get(0), List.of());
                default -> new BankParty(identifier, null, null, rest);
            };
        }
        return null;
    }

    private static List<Tag> fields(LetterOfCredit credit) {
        var tags = new ArrayList<Tag>();
        var heading = credit.heading();
        add(tags, "27", "1/1");
        add(tags, "40A", heading.form());
        add(tags, "20", heading.number());
        add(tags, "23", heading.preAdvice());
        add(tags, "31C", text(heading.issueDate()));
        add(tags, "40E", joined(heading.applicableRules(), "/", heading.applicableRulesNarrative()));
        add(tags, "31D", text(heading.expiryDate()) + heading.expiryPlace());
        addBank(tags, "51", credit.parties().applicantBank());
        add(tags, "50", String.join("\n", credit.parties().applicant().lines()));
        var beneficiary = credit.parties().beneficiary();
        String names = String.join("\n", beneficiary.lines());
        add(tags, "59", beneficiary.account() == null ? names : "/" + beneficiary.account() + "\n" + names);
        add(tags, "32B", credit.amount().currency() + written(credit.amount().value()));
        var tolerance = credit.amount().tolerance();
        add(tags, "39A", tolerance == null ? null : tolerance.plus() + "/" + tolerance.minus());
        add(tags, "39C", credit.amount().additionalAmounts());
        addAvailability(tags, credit.availability());
        addShipment(tags, credit.shipment());
        addConditions(tags, credit.conditions(), credit.parties());
        return tags;
    }

    private static void addAvailability(List<Tag> tags, Availability availability) {
        var with = availability.with();
        String bic = with.bic();
        String name = bic != null ? bic : String.join("\n", with.lines());
        add(tags, bic != null ? "41A" : "41D", name + "\n" + availability.by().codeWord());
        add(tags, "42C", availability.draftsAt());
        addBank(tags, "42", availability.drawee());
        add(tags, "42M", availability.mixedPayment());
        add(tags, "42P", availability.deferredPayment());
    }

    private static void addShipment(List<Tag> tags, Shipment shipment) {
        add(tags, "43P", shipment.partialShipments());
        add(tags, "43T", shipment.transhipment());
        add(tags, "44A", shipment.placeOfReceipt());
        add(tags, "44E", shipment.portOfLoading());
        add(tags, "44F", shipment.portOfDischarge());
        add(tags, "44B", shipment.finalDestination());
        add(tags, "44C", optionalText(shipment.latestShipment(), Mt700Codec::text));
        add(tags, "44D", shipment.shipmentPeriod());
    }

    private static void addConditions(List<Tag> tags, Conditions conditions, Parties parties) {
        add(tags, "45A", conditions.goods());
        add(tags, "46A", conditions.documents());
        add(tags, "47A", conditions.additional());
        add(tags, "49G", conditions.forBeneficiary());
        add(tags, "49H", conditions.forBanksOnly());
        add(tags, "71D", conditions.charges());
        var period = conditions.presentationPeriod();
        add(tags, "48", period == null ? null : joined(Integer.toString(period.days()), "/", period.fromEvent()));
        add(tags, "49", conditions.confirmationInstruction());
        addBank(tags, "58", parties.requestedConfirmationParty());
        addBank(tags, "53", parties.reimbursingBank());
        add(tags, "78", conditions.toPayingBank());
        addBank(tags, "57", parties.adviseThroughBank());
        add(tags, "72Z", conditions.senderToReceiver());
    }

    private static void addBank(List<Tag> tags, String number, @Nullable BankParty bank) {
        if (bank == null) {
            return;
        }
        String account = bank.partyIdentifier() == null ? "" : bank.partyIdentifier() + "\n";
        String bic = bank.bic();
        String location = bank.location();
        if (bic != null) {
            add(tags, number + "A", account + bic);
        } else if (location != null) {
            add(tags, number + "B", account + location);
        } else {
            add(tags, number + "D", account + String.join("\n", bank.lines()));
        }
    }

    private static void add(List<Tag> tags, String name, @Nullable String value) {
        if (value != null) {
            tags.add(new Tag(name, value.replace("\n", "\r\n")));
        }
    }

    private static String joined(String first, String separator, @Nullable String second) {
        return second == null ? first : first + separator + second;
    }

    private static @Nullable String optionalText(@Nullable LocalDate date, Function<LocalDate, String> write) {
        return date == null ? null : write.apply(date);
    }

    private static String written(BigDecimal amount) {
        String plain = amount.toPlainString();
        return plain.indexOf('.') < 0 ? plain + "," : plain.replace('.', ',');
    }

    private static String text(LocalDate date) {
        return date.format(Mt700Values.DATE);
    }

    private static LocalDate date(String yymmdd) {
        return Mt700Values.date(yymmdd).orElseThrow(() -> new IllegalArgumentException("not checked: " + yymmdd));
    }

    private static List<String> lines(String value) {
        return Arrays.asList(value.split("\n", -1));
    }

    private static String value(FinText message, String tag) {
        return message.field(tag)
                .map(FinText.Field::value)
                .orElseThrow(() -> new IllegalArgumentException("not checked: no field " + tag));
    }

    private static @Nullable String optional(FinText message, String tag) {
        return message.field(tag).map(FinText.Field::value).orElse(null);
    }

    /** The BIC of a logical terminal: its ninth character is the terminal's own. */
    private static String bic(String terminal) {
        return terminal.substring(0, BIC_LENGTH) + terminal.substring(BIC_LENGTH + 1);
    }

    private static String terminal(String bic, char code) {
        return bic.substring(0, BIC_LENGTH) + code + bic.substring(BIC_LENGTH);
    }
}
