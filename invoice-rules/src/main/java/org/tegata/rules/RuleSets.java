package org.tegata.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tegata.problem.Severity;
import org.tegata.rules.en16931.En16931Book;
import org.tegata.rules.en16931.En16931Version;
import org.tegata.rules.export.ExportBook;
import org.tegata.rules.export.RecordBook;
import org.tegata.rules.japan.JapanBook;
import org.tegata.rules.schema.Release;
import org.tegata.rules.uncefact.CodeListBook;
import org.tegata.rules.xrechnung.XRechnungBook;

/** All rule sets there are. Of several versions of one, the newest stands first. */
public final class RuleSets {

    /** Judges where neither the document nor the caller names another. */
    public static final String DEFAULT = "uncefact-cii";

    private static final List<Release> COUPLED_FIRST = List.of(Release.D22B, Release.D16B);
    private static final List<Release> UNCOUPLED = List.of(Release.D16B);

    private static final List<RuleSet> ALL = list();

    private RuleSets() {}

    public static List<RuleSet> all() {
        return ALL;
    }

    /** The rule set of that {@code id:version}; of an id alone, its newest version. */
    public static Optional<RuleSet> find(String asked) {
        return find(asked, null);
    }

    /** The same, but of an id alone the version in force on a day; before its first version, the first. */
    public static Optional<RuleSet> find(String asked, @Nullable LocalDate on) {
        var byName = ALL.stream().filter(set -> set.name().equals(asked)).findFirst();
        return byName.isPresent() ? byName : inForce(asked, on);
    }

    private static Optional<RuleSet> inForce(String id, @Nullable LocalDate on) {
        var versions = ALL.stream().filter(set -> set.id().equals(id)).toList();
        return versions.stream()
                .filter(set -> isInForce(set, on))
                .findFirst()
                .or(() -> versions.isEmpty() ? Optional.empty() : Optional.of(versions.get(versions.size() - 1)));
    }

    /** The rule set that a guideline (BT-24) names: the one with the longest beginning of it. */
    static Optional<RuleSet> ofGuideline(String guideline, @Nullable LocalDate on) {
        RuleSet found = null;
        int longest = -1;
        for (var set : ALL) {
            for (String beginning : set.guidelines()) {
                if (guideline.startsWith(beginning) && beginning.length() > longest) {
                    found = set;
                    longest = beginning.length();
                }
            }
        }
        return found == null ? Optional.empty() : inForce(found.id(), on);
    }

    private static boolean isInForce(RuleSet set, @Nullable LocalDate on) {
        var from = set.from();
        return on == null || from == null || !from.isAfter(on);
    }

    private static List<RuleSet> list() {
        var all = new ArrayList<RuleSet>();
        all.add(new RuleSet(
                DEFAULT,
                "1.0",
                "UN/CEFACT; Tegata",
                "The schema of the Cross Industry Invoice, and the code lists that it leaves open",
                COUPLED_FIRST,
                List.of(),
                null,
                () -> List.of(CodeListBook.create())));
        all.add(new RuleSet(
                "export-invoice",
                "1.0",
                "Tegata",
                "What customs and banks ask of a commercial invoice: Incoterms, HS codes, origin, weights, arithmetic",
                COUPLED_FIRST,
                ExportBook.GUIDELINES,
                null,
                () -> List.of(CodeListBook.lists(), RecordBook.create(), ExportBook.create())));
        var versions = En16931Version.values();
        for (int i = versions.length - 1; i >= 0; i--) {
            all.add(en16931(versions[i]));
        }
        all.add(xrechnung(
                "xrechnung",
                "The German rules on top of EN 16931, with the weights of KoSIT",
                XRechnungBook.CIUS,
                XRechnungBook.weights()));
        all.add(xrechnung(
                "xrechnung-extension",
                "The same for invoices that use the extension",
                XRechnungBook.EXTENSION,
                XRechnungBook.extensionWeights()));
        all.add(new RuleSet(
                "jp-qualified-invoice",
                "1.0",
                "Tegata, after Japan's Consumption Tax Act",
                "What a Japanese qualified invoice (適格請求書) must say",
                COUPLED_FIRST,
                JapanBook.GUIDELINES,
                JapanBook.FROM,
                () -> List.of(CodeListBook.create(), JapanBook.create())));
        return List.copyOf(all);
    }

    private static RuleSet en16931(En16931Version version) {
        return new RuleSet(
                "en16931",
                version.number(),
                "CEN/TC 434",
                "The European standard for electronic invoices: all its rules for CII",
                UNCOUPLED,
                List.of("urn:cen.eu:en16931:2017"),
                version.from(),
                () -> List.of(En16931Book.of(version)));
    }

    /** XRechnung 3.0.2 stands on EN 16931 1.3.15: so it was published. */
    private static RuleSet xrechnung(String id, String description, String guideline, Map<String, Severity> weights) {
        return new RuleSet(
                id,
                "3.0.2",
                "KoSIT",
                description,
                UNCOUPLED,
                List.of(guideline),
                null,
                () -> List.of(
                        En16931Book.of(En16931Version.V1_3_15).weigh(weights),
                        XRechnungBook.v3_0_2().weigh(weights)));
    }
}
