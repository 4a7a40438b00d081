package org.tegata.bill.dcsa;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.tegata.problem.Finding;
import org.tegata.problem.Severity;

/** The attributes of DCSA's transport document ({@code dcsa/transport-document-3.0.4.txt}). Immutable, thread-safe. */
public final class AttributeTable {

    /** More findings than this say nothing new. */
    public static final int MAX_FINDINGS = 200;

    private static final String RESOURCE = "/dcsa/transport-document-3.0.4.txt";
    private static final String ROOT = "TransportDocument";
    private static final AttributeTable EBL_3 = new AttributeTable(parse(lines()));

    private final Map<String, AttributeType> types;

    private AttributeTable(Map<String, AttributeType> types) {
        this.types = Collections.unmodifiableMap(types);
    }

    /** The table of EBL 3.0.4, which is that of PINT 3.0.0 but for {@code feedbacks}; read once for a process. */
    public static AttributeTable load() {
        return EBL_3;
    }

    /** Every type by its name, the transport document first. */
    public Map<String, AttributeType> types() {
        return types;
    }

    /** The transport document itself. */
    public AttributeType root() {
        return type(ROOT);
    }

    /** The type of that name, which there must be. */
    public AttributeType type(String name) {
        return Objects.requireNonNull(types.get(name), name);
    }

    /**
     * Every attribute that is not an object, as paths such as {@code consignmentItems[]/HSCodes[]}; a type that
     * holds itself ({@code InnerPackaging}) is gone into once.
     */
    public Set<String> paths() {
        var paths = new TreeSet<String>();
        paths(root(), "", new ArrayList<>(), paths);
        return paths;
    }

    private void paths(AttributeType type, String at, List<String> above, Set<String> paths) {
        above.add(type.name());
        for (var attribute : type.attributes()) {
            String path = at + attribute.name() + (attribute.array() ? "[]" : "");
            if (attribute.kind() != Attribute.Kind.OBJECT) {
                paths.add(path);
            } else if (!above.contains(attribute.type())) {
                paths(type(attribute.type()), path + "/", above, paths);
            }
        }
        above.remove(above.size() - 1);
    }

    /**
     * What breaks the table, and DCSA's conditions between attributes: rules {@code DCSA-…}, JSON pointers;
     * attributes beyond the table are allowed, as the standard says. At most {@value #MAX_FINDINGS} findings.
     */
    public List<Finding> check(JsonNode transportDocument) {
        var found = new ArrayList<>(form(transportDocument));
        if (found.stream().noneMatch(finding -> finding.severity() == Severity.ERROR)) {
            AttributeConditions.check(transportDocument, found);
        }
        return bounded(found);
    }

    /** The same without the conditions: what the published schema alone can tell. */
    public List<Finding> form(JsonNode transportDocument) {
        var check = new AttributeCheck(this);
        check.object(root(), transportDocument);
        return bounded(check.found());
    }

    private static List<Finding> bounded(List<Finding> found) {
        return List.copyOf(found.size() > MAX_FINDINGS ? found.subList(0, MAX_FINDINGS) : found);
    }

    private static Map<String, AttributeType> parse(List<String> lines) {
        var types = new LinkedHashMap<String, AttributeType>();
        int next = 0;
        while (next < lines.size()) {
            String name = lines.get(next++);
            var attributes = new ArrayList<Attribute>();
            AttributeType.Alternatives alternatives = null;
            for (; next < lines.size() && lines.get(next).startsWith("  "); next++) {
                String line = lines.get(next).strip();
                if (AttributeType.Alternatives.isLine(line)) {
                    alternatives = AttributeType.Alternatives.parse(line);
                } else {
                    attributes.add(Attribute.parse(line));
                }
            }
            types.put(name, new AttributeType(name, attributes, alternatives));
        }
        return types;
    }

    private static List<String> lines() {
        var stream = AttributeTable.class.getResourceAsStream(RESOURCE);
        if (stream == null) {
            throw new IllegalStateException(RESOURCE + " is not on the class path");
        }
        try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.startsWith("#")).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
