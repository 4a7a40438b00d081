package org.tegata.bl.xml;

import java.util.ArrayList;
import java.util.List;
import org.tegata.problem.Finding;
import org.tegata.problem.Severity;

/** Collects what the rules find; paths are written with the prefixes rsm and ram and with positions. */
final class Findings {

    static final String DOCUMENT = "/rsm:MaritimeBillOfLading[1]/rsm:ExchangedDocument[1]";
    static final String CONSIGNMENT = "/rsm:MaritimeBillOfLading[1]/rsm:SpecifiedSupplyChainConsignment[1]";

    private final List<Finding> found = new ArrayList<>();

    void error(String rule, String path, String message) {
        found.add(new Finding(rule, Severity.ERROR, path, message));
    }

    void warning(String rule, String path, String message) {
        found.add(new Finding(rule, Severity.WARNING, path, message));
    }

    List<Finding> all() {
        return List.copyOf(found);
    }

    /** The path of the only child of that name. */
    static String child(String path, String... names) {
        var below = new StringBuilder(path);
        for (String name : names) {
            below.append("/ram:").append(name).append("[1]");
        }
        return below.toString();
    }

    /** The path of one of several children; {@code index} counts from 0 as Java does. */
    static String child(String path, String name, int index) {
        return path + "/ram:" + name + "[" + (index + 1) + "]";
    }
}
