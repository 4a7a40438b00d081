package org.tegata.cli.validate;

import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.tegata.problem.Finding;
import org.tegata.problem.Severity;

/** For build servers: JUnit's XML, a test case a file; not accepted is a failure, unreadable an error. */
public final class JunitReport implements Report {
    private final Writer out;
    private final Language language;
    private final StringWriter cases = new StringWriter();
    private final XMLStreamWriter xml;

    /** Writes there at the end, because the totals come first. */
    public JunitReport(Writer out, Language language) throws IOException {
        this.out = out;
        this.language = language;
        try {
            xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(cases);
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void add(Judged judged) throws IOException {
        try {
            xml.writeCharacters("\n  ");
            xml.writeStartElement("testcase");
            Verdict verdict = judged.verdict();
            attribute("classname", verdict == null ? "unreadable" : verdict.judgedBy());
            attribute("name", judged.name());
            attribute("time", seconds(judged.millis() / 1000));
            Refusal refusal = judged.refusal();
            if (refusal != null) {
                outcome("error", refusal.type(), refusal.detail(), "");
            }
            if (verdict != null && !judged.accepted()) {
                failure(verdict);
            } else if (verdict != null && !verdict.findings().isEmpty()) {
                xml.writeStartElement("system-out");
                xml.writeCharacters(allowed(listing(verdict)));
                xml.writeEndElement();
            }
            xml.writeEndElement();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void end(Summary summary) throws IOException {
        try {
            xml.close();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
        int failures = summary.files() - summary.accepted() - summary.unreadable();
        out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        out.write(String.format(
                Locale.ROOT,
                "<testsuite name=\"tegata validate\" tests=\"%d\" failures=\"%d\" errors=\"%d\" skipped=\"0\""
                        + " time=\"%s\">",
                summary.files(),
                failures,
                summary.unreadable(),
                seconds(summary.seconds())));
        out.append(cases.getBuffer());
        out.write("\n</testsuite>\n");
    }

    private void failure(Verdict verdict) throws XMLStreamException {
        Finding worst = verdict.findings().stream()
                .min((a, b) -> a.severity().compareTo(b.severity()))
                .orElse(new Finding("not-accepted", Severity.ERROR, "/", "not accepted"));
        outcome("failure", worst.ruleId(), language.message(worst), listing(verdict));
    }

    private void outcome(String element, String type, String message, String text) throws XMLStreamException {
        xml.writeStartElement(element);
        attribute("type", type);
        attribute("message", message);
        xml.writeCharacters(allowed(text));
        xml.writeEndElement();
    }

    private String listing(Verdict verdict) {
        var text = new StringBuilder("\n");
        for (Finding finding : verdict.findings()) {
            text.append(finding.severity()).append(' ').append(finding.ruleId()).append(' ');
            text.append(finding.location())
                    .append("\n  ")
                    .append(language.message(finding))
                    .append('\n');
            if (finding.actual() != null) {
                text.append("  found ").append(finding.actual()).append('\n');
            }
            if (finding.expected() != null) {
                text.append("  expected ").append(finding.expected()).append('\n');
            }
            if (!language.hint(finding).isEmpty()) {
                text.append("  hint ").append(language.hint(finding)).append('\n');
            }
        }
        if (verdict.omitted() > 0) {
            text.append("and ").append(verdict.omitted()).append(" more\n");
        }
        return text.toString();
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, allowed(value));
    }

    /** XML 1.0 cannot hold every character, even escaped; a file name can. */
    private static String allowed(String text) {
        StringBuilder kept = null;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            boolean good = c == '\t'
                    || c == '\n'
                    || c == '\r'
                    || c >= ' ' && c < 0xd800
                    || c > 0xdfff && c < 0xfffe
                    || c > 0xffff;
            if (!good) {
                kept = kept == null ? new StringBuilder(text) : kept;
                kept.setCharAt(i, '\ufffd');
            }
            i += Character.charCount(c);
        }
        return kept == null ? text : kept.toString();
    }

    private static String seconds(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
