package org.tegata.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import org.tegata.bill.xml.BillSchema;
import org.tegata.cli.validate.ListedRuleSet;
import org.tegata.cli.validate.ListedRuleSets;
import org.tegata.rules.RuleSets;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tegata rule-sets}: what documents can be judged by. */
@Command(
        name = "rule-sets",
        mixinStandardHelpOptions = true,
        header = "List what documents can be judged by: rule sets and their versions.")
final class RuleSetsCommand implements Callable<Integer> {
    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            converter = Choices.ListFormats.class,
            description = "table or json. Default: ${DEFAULT-VALUE}")
    private Choices.ListFormat format = Choices.ListFormat.TABLE;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli injects it before call()
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (format == Choices.ListFormat.JSON) {
            writeJson(out);
        } else {
            writeTable(out);
        }
        out.flush();
        return 0;
    }

    private static void writeTable(PrintWriter out) {
        Set<String> named = new HashSet<>();
        for (ListedRuleSet set : ListedRuleSets.all()) {
            LocalDate from = set.from();
            out.printf(
                    "%-28s %-10s %s%n",
                    set.name(), String.join(",", set.releases()), from == null ? "" : "from " + from);
            if (named.add(set.id())) {
                out.printf("    %s (%s)%n", set.description(), set.publisher());
                for (String guideline : set.guidelines()) {
                    out.printf("    chosen by %s%n", guideline);
                }
            }
        }
        out.printf(
                "%nAn invoice that names none of them is judged by %s, a bill by %s.%n",
                RuleSets.DEFAULT, BillSchema.RULE_SET);
    }

    private static void writeJson(PrintWriter out) throws IOException {
        try (JsonGenerator json = new JsonFactory()
                .createGenerator(out)
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .useDefaultPrettyPrinter()) {
            json.writeStartArray();
            for (ListedRuleSet set : ListedRuleSets.all()) {
                json.writeStartObject();
                json.writeStringField("id", set.id());
                if (set.version() != null) {
                    json.writeStringField("version", set.version());
                }
                json.writeStringField("publisher", set.publisher());
                json.writeStringField("description", set.description());
                LocalDate from = set.from();
                if (from != null) {
                    json.writeStringField("from", from.toString());
                }
                json.writeArrayFieldStart("releases");
                for (String release : set.releases()) {
                    json.writeString(release);
                }
                json.writeEndArray();
                json.writeArrayFieldStart("guidelines");
                for (String guideline : set.guidelines()) {
                    json.writeString(guideline);
                }
                json.writeEndArray();
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        out.println();
    }
}
