package org.tegata.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.tegata.cli.validate.Language;
import org.tegata.cli.validate.ListedRuleSet;
import org.tegata.rules.rule.Wording;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tegata rules}: the rules of one rule set, in our words. */
@Command(
        name = "rules",
        mixinStandardHelpOptions = true,
        header = "List the rules of a rule set: id, severity, what is demanded, how to mend it.",
        description = {"", "What the schema itself demands is not listed.", ""})
final class RulesCommand implements Callable<Integer> {
    @Parameters(paramLabel = "ID[:VERSION]", description = "Such as en16931 or en16931:1.3.15; see: tegata rule-sets")
    private String ruleSet = "";

    @Option(
            names = "--lang",
            paramLabel = "LANGUAGE",
            defaultValue = "en",
            converter = Choices.Languages.class,
            description = "en or ja: the language of the table; JSON has both. Default: ${DEFAULT-VALUE}")
    private Language language = Language.EN;

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
        ListedRuleSet set = Choices.ruleSet(spec.commandLine(), ruleSet, null);
        PrintWriter out = spec.commandLine().getOut();
        if (format == Choices.ListFormat.JSON) {
            writeJson(out, set);
        } else {
            writeTable(out, set);
        }
        out.flush();
        return 0;
    }

    private void writeTable(PrintWriter out, ListedRuleSet set) {
        List<ListedRuleSet.ListedRule> rules = set.rules().get();
        for (ListedRuleSet.ListedRule rule : rules) {
            Wording hint = rule.hint();
            out.printf(
                    "%-24s %-12s %s%n",
                    rule.id(), rule.severity().name().toLowerCase(Locale.ROOT), language.of(rule.message()));
            if (hint != null) {
                out.printf("%38s%s%n", "", language.of(hint));
            }
        }
        out.printf("%n%s: %d rules beside the schema%n", set.name(), rules.size());
    }

    private static void writeJson(PrintWriter out, ListedRuleSet set) throws IOException {
        try (JsonGenerator json = new JsonFactory()
                .createGenerator(out)
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .useDefaultPrettyPrinter()) {
            json.writeStartArray();
            for (ListedRuleSet.ListedRule rule : set.rules().get()) {
                json.writeStartObject();
                json.writeStringField("id", rule.id());
                json.writeStringField("severity", rule.severity().name());
                json.writeStringField("message", rule.message().en());
                json.writeStringField("messageJa", rule.message().ja());
                Wording hint = rule.hint();
                if (hint != null) {
                    json.writeStringField("fixHint", hint.en());
                    json.writeStringField("fixHintJa", hint.ja());
                }
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        out.println();
    }
}
