package org.tegata.cli.validate;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.IOException;
import java.io.Writer;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tegata.problem.Finding;

/** For programs: one JSON object with all files and the summary, or (JSON Lines) one object a file and line. */
public final class JsonReport implements Report {
    private final Writer out;
    private final JsonGenerator json;
    private final boolean lines;

    /** Writes there; the writer stays open. */
    public JsonReport(Writer out, boolean lines) throws IOException {
        this.out = out;
        this.lines = lines;
        json = JsonFactory.builder()
                .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
                .build()
                .createGenerator(out)
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
        json.setRootValueSeparator(null);
    }

    @Override
    public void begin() throws IOException {
        if (!lines) {
            json.writeStartObject();
            json.writeArrayFieldStart("files");
        }
    }

    @Override
    public void add(Judged judged) throws IOException {
        if (!lines) {
            json.writeRaw("\n");
        }
        json.writeStartObject();
        json.writeStringField("file", judged.name());
        json.writeStringField("verdict", judged.word());
        json.writeBooleanField("accepted", judged.accepted());
        Verdict verdict = judged.verdict();
        if (verdict != null) {
            write(verdict);
        }
        Refusal refusal = judged.refusal();
        if (refusal != null) {
            json.writeObjectFieldStart("problem");
            json.writeStringField("type", refusal.type());
            json.writeStringField("detail", refusal.detail());
            json.writeEndObject();
        }
        json.writeNumberField("millis", Math.round(judged.millis() * 1000) / 1000.0);
        json.writeEndObject();
        if (lines) {
            json.flush();
            out.write('\n');
        }
    }

    @Override
    public void end(Summary summary) throws IOException {
        if (!lines) {
            json.writeEndArray();
            json.writeObjectFieldStart("summary");
            json.writeNumberField("files", summary.files());
            json.writeNumberField("valid", summary.valid());
            json.writeNumberField("invalid", summary.invalid());
            json.writeNumberField("unreadable", summary.unreadable());
            json.writeNumberField("accepted", summary.accepted());
            json.writeNumberField("seconds", Math.round(summary.seconds() * 1000) / 1000.0);
            json.writeEndObject();
            json.writeEndObject();
            json.writeRaw('\n');
        }
        json.flush();
    }

    private void write(Verdict verdict) throws IOException {
        json.writeBooleanField("valid", verdict.valid());
        json.writeStringField("ruleSet", verdict.ruleSet());
        writeIfThere("ruleSetVersion", verdict.ruleSetVersion());
        json.writeStringField("release", verdict.release());
        writeIfThere("engine", verdict.engine());
        json.writeObjectFieldStart("counts");
        for (Map.Entry<String, Integer> count : new TreeMap<>(verdict.counts()).entrySet()) {
            json.writeNumberField(count.getKey(), count.getValue());
        }
        json.writeEndObject();
        json.writeNumberField("findingsOmitted", verdict.omitted());
        json.writeArrayFieldStart("findings");
        for (Finding finding : verdict.findings()) {
            write(finding);
        }
        json.writeEndArray();
    }

    private void write(Finding finding) throws IOException {
        json.writeStartObject();
        json.writeStringField("ruleId", finding.ruleId());
        json.writeStringField("severity", finding.severity().name());
        json.writeStringField("location", finding.location());
        json.writeStringField("message", finding.message());
        writeIfThere("messageJa", finding.messageJa());
        writeIfThere("actual", finding.actual());
        writeIfThere("expected", finding.expected());
        writeIfThere("fixHint", finding.fixHint());
        writeIfThere("fixHintJa", finding.fixHintJa());
        json.writeEndObject();
    }

    private void writeIfThere(String field, @Nullable String value) throws IOException {
        if (value != null) {
            json.writeStringField(field, value);
        }
    }
}
