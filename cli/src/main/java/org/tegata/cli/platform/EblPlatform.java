package org.tegata.cli.platform;

/** The two sample platforms by their DCSA {@code eblPlatform} code: ours, and the one that the importer uses. */
public enum EblPlatform {
    TGTA("Tegata A", "", SampleParty.PLATFORM_A),
    TGTB("Tegata B", "b.", SampleParty.PLATFORM_B);

    private final String title;
    private final String topicPrefix;
    private final SampleParty operator;

    EblPlatform(String title, String topicPrefix, SampleParty operator) {
        this.title = title;
        this.topicPrefix = topicPrefix;
        this.operator = operator;
    }

    public String title() {
        return title;
    }

    /** What stands before each Kafka topic's name, so that both can share one broker. */
    public String topicPrefix() {
        return topicPrefix;
    }

    public SampleParty operator() {
        return operator;
    }
}
