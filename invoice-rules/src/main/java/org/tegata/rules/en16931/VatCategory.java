package org.tegata.rules.en16931;

import org.jspecify.annotations.Nullable;

/** The VAT categories (BT-95, BT-102, BT-118, BT-151) that have rules of their own. */
enum VatCategory {
    STANDARD("S", "BR-S", "standard rate", "標準税率", Registration.SELLER, Rate.POSITIVE, Exemption.FORBIDDEN),
    ZERO("Z", "BR-Z", "zero rate", "ゼロ税率", Registration.SELLER, Rate.ZERO, Exemption.FORBIDDEN),
    EXEMPT("E", "BR-E", "exempt from VAT", "非課税", Registration.SELLER, Rate.ZERO, Exemption.NEEDED),
    REVERSE_CHARGE(
            "AE", "BR-AE", "reverse charge", "リバースチャージ", Registration.SELLER_AND_BUYER, Rate.ZERO, Exemption.NEEDED),
    INTRA_COMMUNITY(
            "K",
            "BR-IC",
            "intra-community supply",
            "EU域内供給",
            Registration.VAT_OF_SELLER_AND_BUYER,
            Rate.ZERO,
            Exemption.NEEDED),
    EXPORT("G", "BR-G", "export outside the EU", "EU域外輸出", Registration.VAT_OF_SELLER, Rate.ZERO, Exemption.NEEDED),
    OUTSIDE_SCOPE("O", "BR-O", "not subject to VAT", "VAT対象外", Registration.NONE, Rate.ABSENT, Exemption.NEEDED),
    CANARY_ISLANDS(
            "L",
            "BR-AF",
            "IGIC, Canary Islands",
            "IGIC（カナリア諸島）",
            Registration.SELLER,
            Rate.POSITIVE,
            Exemption.FORBIDDEN),
    CEUTA_AND_MELILLA(
            "M",
            "BR-AG",
            "IPSI, Ceuta and Melilla",
            "IPSI（セウタ・メリリャ）",
            Registration.SELLER,
            Rate.NOT_NEGATIVE,
            Exemption.FORBIDDEN);

    /** Who must be registered, or must not. */
    enum Registration {
        SELLER,
        VAT_OF_SELLER,
        SELLER_AND_BUYER,
        VAT_OF_SELLER_AND_BUYER,
        NONE
    }

    /** What the VAT rate must be. */
    enum Rate {
        POSITIVE,
        NOT_NEGATIVE,
        ZERO,
        ABSENT
    }

    /** Whether the VAT breakdown says why no VAT is due. */
    enum Exemption {
        NEEDED,
        FORBIDDEN
    }

    private final String code;
    private final String prefix;
    private final String en;
    private final String ja;
    private final Registration registration;
    private final Rate rate;
    private final Exemption exemption;

    VatCategory(
            String code,
            String prefix,
            String en,
            String ja,
            Registration registration,
            Rate rate,
            Exemption exemption) {
        this.code = code;
        this.prefix = prefix;
        this.en = code + " (" + en + ")";
        this.ja = "「" + code + "」（" + ja + "）";
        this.registration = registration;
        this.rate = rate;
        this.exemption = exemption;
    }

    /** The category of a code as it is written; null for one without rules of its own, such as B. */
    static @Nullable VatCategory of(@Nullable String code) {
        if (code == null) {
            return null;
        }
        return switch (code) {
            case "S" -> STANDARD;
            case "Z" -> ZERO;
            case "E" -> EXEMPT;
            case "AE" -> REVERSE_CHARGE;
            case "K" -> INTRA_COMMUNITY;
            case "G" -> EXPORT;
            case "O" -> OUTSIDE_SCOPE;
            case "L" -> CANARY_ISLANDS;
            case "M" -> CEUTA_AND_MELILLA;
            default -> null;
        };
    }

    String code() {
        return code;
    }

    /** The id of one of its rules, such as {@code BR-S-08}. */
    String rule(String number) {
        return prefix + '-' + number;
    }

    /** Code and name in English. */
    String en() {
        return en;
    }

    /** Code and name in Japanese. */
    String ja() {
        return ja;
    }

    Registration registration() {
        return registration;
    }

    Rate rate() {
        return rate;
    }

    Exemption exemption() {
        return exemption;
    }
}
