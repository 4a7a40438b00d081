package org.tegata.cli.platform;

import java.util.Locale;

/** The invented companies of the sample trade. Their identifiers are shaped like LEIs, with right check digits. */
public enum SampleParty {
    SHIPPER(
            "Hanshin Seiki K.K.",
            "Shipper",
            "TGTASHIPPER000000139",
            "invoices:read invoices:write credits:read credits:write bills:read bills:write"),
    CARRIER("Setouchi Ocean Line Co., Ltd.", "Carrier", "TGTACARRIER000000165", "bills:read bills:write bills:issue"),
    ADVISING_BANK("Naniwa Bank, Ltd.", "Advising bank", "TGTAADVBANK000000127", Scopes.BANK),
    CONFIRMING_BANK("Minato Trust Bank, Ltd.", "Confirming bank", "TGTACONFBANK00000187", Scopes.BANK),
    ISSUING_BANK("Alsterbank AG", "Issuing bank", "TGTAISSUBANK00000116", Scopes.BANK),
    IMPORTER(
            "Elbe Werkzeughandel GmbH",
            "Importer",
            "TGTBIMPORTER00000164",
            "invoices:read credits:read bills:read bills:write"),
    PLATFORM_A("Tegata A", "Platform A", "TGTAPLATFORM00000167", Scopes.OPERATOR),
    PLATFORM_B("Tegata B", "Platform B", "TGTBPLATFORM00000189", Scopes.OPERATOR),
    STRANGER(
            "Nobody Trading Ltd",
            "Stranger",
            "TGTASTRANGER00000157",
            "invoices:read invoices:write credits:read credits:write bills:read bills:write bills:issue");

    private final String companyName;
    private final String role;
    private final String lei;
    private final String scopes;

    SampleParty(String companyName, String role, String lei, String scopes) {
        this.companyName = companyName;
        this.role = role;
        this.lei = lei;
        this.scopes = scopes;
    }

    public String companyName() {
        return companyName;
    }

    /** What the party is in the trade, for people. */
    public String role() {
        return role;
    }

    public String lei() {
        return lei;
    }

    /** The party as tokens and APIs write it: {@code GLEIF:<LEI>}. */
    public String id() {
        return "GLEIF:" + lei;
    }

    /** All that the party may ask for in a token, space separated. */
    public String scopes() {
        return scopes;
    }

    /** The platform on which the party keeps its bills. */
    public EblPlatform home() {
        return this == IMPORTER || this == PLATFORM_B ? EblPlatform.TGTB : EblPlatform.TGTA;
    }

    /** The client id at the local token issuer, such as {@code issuing-bank}. */
    public String clientId() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** One of them signs with the other algorithm that acts may have (RFC 8037), so that both are seen. */
    boolean signsWithEd25519() {
        return this == ISSUING_BANK;
    }

    /** Whether it runs a platform; then it is party to no bill and has no key to sign with. */
    public boolean isOperator() {
        return this == PLATFORM_A || this == PLATFORM_B;
    }

    private static final class Scopes {
        private static final String BANK = "invoices:read credits:read credits:write bills:read bills:write";
        private static final String OPERATOR = "registry:admin partners:read partners:write";
    }
}
