package org.tegata.lc.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One document that the credit asks for (field 46A): the text as it stands, and what a reader can make out in it. What
 * is not recognised stays {@link Kind#UNKNOWN} and is referred to a person.
 *
 * @param text verbatim, lines joined by LF
 * @param kind what document it is
 */
public record RequiredDocument(String text, Kind kind) {

    private static final Pattern ITEM_START = Pattern.compile("^(\\+|\\d{1,2}[.)]).*", Pattern.DOTALL);
    private static final Pattern TO_ORDER_OF =
            Pattern.compile("TO (?:THE )?ORDER OF ([^,.;]+?)(?= AND | ENDORSED|,|\\.|;|$)");
    private static final Pattern CONSIGNED_TO = Pattern.compile("CONSIGNED TO ([^,.;]+?)(?= AND |,|\\.|;|$)");

    /** Documents that a reader tells apart by their name; codes of UNTDID 1001. */
    public enum Kind {
        INVOICE("380", "COMMERCIAL INVOICE", "INVOICE"),
        BILL_OF_LADING("705", "BILL OF LADING", "BILLS OF LADING", "B/L"),
        PACKING_LIST("271", "PACKING LIST", "WEIGHT LIST"),
        INSURANCE("530", "INSURANCE POLICY", "INSURANCE CERTIFICATE", "INSURANCE POLICY/CERTIFICATE"),
        CERTIFICATE_OF_ORIGIN("861", "CERTIFICATE OF ORIGIN"),
        INSPECTION_CERTIFICATE("856", "INSPECTION CERTIFICATE", "CERTIFICATE OF INSPECTION"),
        DRAFT("490", "DRAFT", "BILL OF EXCHANGE"),
        OTHER_CERTIFICATE(null, "CERTIFICATE", "DECLARATION"),
        UNKNOWN(null);

        private final @Nullable String documentCode;
        private final List<String> names;

        Kind(@Nullable String documentCode, String... names) {
            this.documentCode = documentCode;
            this.names = List.of(names);
        }

        /** The code of UNTDID 1001; empty when there is no single one. */
        public Optional<String> documentCode() {
            return Optional.ofNullable(documentCode);
        }

        /** The kind whose name stands first in the text: what follows the name only describes it. */
        static Kind of(String text) {
            Kind found = UNKNOWN;
            int at = Integer.MAX_VALUE;
            for (var kind : values()) {
                for (var name : kind.names) {
                    int position = text.indexOf(name);
                    if (position >= 0 && position < at) {
                        at = position;
                        found = kind;
                    }
                }
            }
            return found;
        }
    }

    /** How the bill of lading is to be made out. */
    public enum Consignment {
        TO_ORDER_OF_SHIPPER,
        TO_ORDER_OF,
        STRAIGHT
    }

    /** Splits field 46A into its items: each starts with a plus sign or a number. */
    public static List<RequiredDocument> parse(String documents) {
        var items = new ArrayList<String>();
        for (String line : documents.split("\n", -1)) {
            if (items.isEmpty() || ITEM_START.matcher(line).matches()) {
                items.add(line);
            } else {
                items.set(items.size() - 1, items.get(items.size() - 1) + "\n" + line);
            }
        }
        return items.stream()
                .map(item -> new RequiredDocument(item, Kind.of(flat(item))))
                .toList();
    }

    /** The text on one line, in capitals. */
    public String flat() {
        return flat(text);
    }

    /** How the bill is to be consigned; empty when the credit does not say or says it in words not known. */
    public Optional<Consignment> consignment() {
        String flat = flat();
        if (flat.matches(".*TO (THE )?ORDER OF (THE )?(SHIPPER|CONSIGNOR|BENEFICIARY)\\b.*")
                || flat.matches(".*(MADE OUT|CONSIGNED|ISSUED) TO ORDER\\b(?! OF).*")) {
            return Optional.of(Consignment.TO_ORDER_OF_SHIPPER);
        }
        if (TO_ORDER_OF.matcher(flat).find()) {
            return Optional.of(Consignment.TO_ORDER_OF);
        }
        return CONSIGNED_TO.matcher(flat).find() ? Optional.of(Consignment.STRAIGHT) : Optional.empty();
    }

    /** Who the bill is to be made out to, unless it is the shipper's order. */
    public Optional<String> consignee() {
        for (var pattern : List.of(TO_ORDER_OF, CONSIGNED_TO)) {
            var matcher = pattern.matcher(flat());
            if (matcher.find()) {
                return Optional.of(matcher.group(1).strip());
            }
        }
        return Optional.empty();
    }

    /** PREPAID or COLLECT when the credit asks for that mark. */
    public Optional<String> freight() {
        String flat = flat();
        if (flat.matches(".*FREIGHT[ A-Z'\"-]{0,20}PREPAID.*")) {
            return Optional.of("PREPAID");
        }
        return flat.matches(".*FREIGHT[ A-Z'\"-]{0,20}COLLECT.*") ? Optional.of("COLLECT") : Optional.empty();
    }

    /** Whether only an endorsement in blank will do. */
    public boolean blankEndorsement() {
        return flat().matches(".*(ENDORSED (BY (THE )?SHIPPER )?(IN )?BLANK|BLANK(LY)? ENDORSED).*");
    }

    /** Whether the applicant is to be notified. */
    public boolean notifyApplicant() {
        return flat().matches(".*NOTIFY(ING)?:? (PARTY )?(THE )?(APPLICANT|ACCOUNTEE)\\b.*");
    }

    private static String flat(String text) {
        return text.toUpperCase(Locale.ROOT).replaceAll("\\s+", " ").strip();
    }
}
