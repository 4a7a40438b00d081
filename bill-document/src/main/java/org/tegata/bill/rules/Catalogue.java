package org.tegata.bill.rules;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Every rule on bills of lading that there is, and those that there were. */
public final class Catalogue {

    /**
     * A rule that is no more; its id is not used again.
     *
     * @param why what became of it
     * @param whyJa the same in Japanese
     */
    public record Retired(String id, String why, String whyJa) {}

    private static final List<Rule> RULES = Stream.of(
                    DocumentRules.RULES,
                    DateRules.RULES,
                    PartyRules.RULES,
                    PlaceRules.RULES,
                    CarriageRules.RULES,
                    FreightRules.RULES,
                    ContainerRules.RULES,
                    ItemRules.RULES,
                    TotalRules.RULES,
                    DangerousGoodsRules.RULES,
                    ReeferRules.RULES,
                    LawRules.RULES,
                    IdentifierRules.RULES,
                    OnceRules.RULES,
                    TransportDocumentRules.RULES)
            .flatMap(List::stream)
            .sorted(Comparator.comparing(Rule::id))
            .toList();

    private static final List<Retired> RETIRED = List.of(
            new Retired(
                    "TGT-BL-30",
                    "Texts that are too long or empty for DCSA's transport document are told as DCSA-… findings.",
                    "DCSA の運送書類に収まらない文字列は、DCSA-… の指摘として示されます。"),
            new Retired(
                    "TGT-BL-31",
                    "What DCSA's transport document has no word for is listed as unsaid by the mapping.",
                    "DCSA の運送書類で表せない事項は、対応付けの「表せない事項」として示されます。"));

    private Catalogue() {}

    /** The rules in force, by id. */
    public static List<Rule> rules() {
        return RULES;
    }

    /** The rules that are no more, by id. */
    public static List<Retired> retired() {
        return RETIRED;
    }
}
