package org.tegata.rules.oracle;

import java.util.List;
import java.util.Map;
import org.tegata.problem.Severity;

/** A published edition of rules that we claim to judge by, and where its official artefacts are. */
public enum Edition {
    EN_1_3_13("en16931:1.3.13", "eu.cen.en16931:cii:1.3.13", List.of(en("1.3.13")), Map.of()),
    EN_1_3_14("en16931:1.3.14", "eu.cen.en16931:cii:1.3.14-2", List.of(en("1.3.14.2")), Map.of()),
    EN_1_3_15("en16931:1.3.15", "eu.cen.en16931:cii:1.3.15", List.of(en("1.3.15")), Map.of()),
    EN_1_3_16("en16931:1.3.16", "eu.cen.en16931:cii:1.3.16", List.of(en("1.3.16")), Map.of()),
    /** XRechnung takes the European rules of half a year earlier, and changes how severe some of them are. */
    XRECHNUNG_3_0_2(
            "xrechnung:3.0.2",
            "de.xrechnung:cii:3.0.2",
            List.of(en("1.3.15"), xrechnung()),
            Map.of(
                    "BR-CL-21", Severity.WARNING,
                    "BR-CL-23", Severity.WARNING,
                    "CII-SR-452", Severity.ERROR,
                    "CII-SR-453", Severity.ERROR,
                    "CII-SR-454", Severity.ERROR)),
    XRECHNUNG_EXTENSION_3_0_2(
            "xrechnung-extension:3.0.2",
            "de.xrechnung.extension:cii:3.0.2",
            List.of(en("1.3.15"), xrechnung()),
            Map.of(
                    "BR-CL-10", Severity.INFORMATION,
                    "BR-CL-11", Severity.INFORMATION,
                    "BR-CL-21", Severity.INFORMATION,
                    "BR-CL-23", Severity.WARNING,
                    "BR-CL-24", Severity.INFORMATION,
                    "BR-CL-25", Severity.INFORMATION,
                    "BR-CL-26", Severity.INFORMATION,
                    "CII-SR-452", Severity.ERROR,
                    "CII-SR-453", Severity.ERROR,
                    "CII-SR-454", Severity.ERROR));

    private final String ruleSet;
    private final String official;
    private final List<String> stylesheets;
    private final Map<String, Severity> changedSeverities;

    Edition(String ruleSet, String official, List<String> stylesheets, Map<String, Severity> changedSeverities) {
        this.ruleSet = ruleSet;
        this.official = official;
        this.stylesheets = stylesheets;
        this.changedSeverities = changedSeverities;
    }

    private static String en(String version) {
        return "external/schematron/" + version + "/cii/EN16931-CII-validation.xslt";
    }

    private static String xrechnung() {
        return "external/schematron/3.0.2/XRechnung-CII-validation.xslt";
    }

    /** Our name for it, as the validator takes it. */
    public String ruleSet() {
        return ruleSet;
    }

    /** Its coordinate in phive. */
    public String official() {
        return official;
    }

    /** On the class path. */
    public List<String> stylesheets() {
        return stylesheets;
    }

    Severity severity(String ruleId, String flag) {
        var changed = changedSeverities.get(ruleId);
        if (changed != null) {
            return changed;
        }
        return switch (flag) {
            case "fatal", "error" -> Severity.ERROR;
            case "warning" -> Severity.WARNING;
            case "information", "info" -> Severity.INFORMATION;
            default -> throw new IllegalArgumentException(ruleId + " has the flag " + flag);
        };
    }
}
