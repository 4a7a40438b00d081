package org.tegata.cli.platform;

/** The processes of the two sample platforms. Each has its own database; each platform its own keys and topics. */
public enum Service {
    GATEWAY("gateway", "gateway", "gateway", EblPlatform.TGTA, 0),
    INVOICES("invoice-service", "invoice-service", "invoice", EblPlatform.TGTA, 1),
    CREDITS("lc-service", "lc-service", "credit", EblPlatform.TGTA, 2),
    REGISTRY("bl-registry", "bl-registry", "registry", EblPlatform.TGTA, 3),
    GATEWAY_B("gateway-b", "gateway", "gateway_b", EblPlatform.TGTB, 10),
    REGISTRY_B("bl-registry-b", "bl-registry", "registry_b", EblPlatform.TGTB, 13);

    private final String label;
    private final String module;
    private final String database;
    private final EblPlatform platform;
    private final int portOffset;

    Service(String label, String module, String database, EblPlatform platform, int portOffset) {
        this.label = label;
        this.module = module;
        this.database = database;
        this.platform = platform;
        this.portOffset = portOffset;
    }

    /** What people and log files call it. */
    public String label() {
        return label;
    }

    /** The Maven module whose packaged application it runs. */
    public String module() {
        return module;
    }

    public String database() {
        return database;
    }

    public EblPlatform platform() {
        return platform;
    }

    int portOffset() {
        return portOffset;
    }

    boolean isGateway() {
        return module.equals("gateway");
    }

    boolean isRegistry() {
        return module.equals("bl-registry");
    }

    /** The registry beside this gateway, or the gateway itself its own platform's registry. */
    Service registryOfPlatform() {
        return platform == EblPlatform.TGTA ? REGISTRY : REGISTRY_B;
    }
}
