package org.tegata.bench.invoice;

import java.io.ByteArrayInputStream;
import java.util.Set;
import javax.xml.transform.stream.StreamSource;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmDestination;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.Xslt30Transformer;
import net.sf.saxon.s9api.XsltExecutable;

/** For comparison: the official stylesheet by Saxon as fast as it goes, without schema and without phive around it. */
final class SaxonJudge implements Judge {
    private static final String STYLESHEET = "/external/schematron/1.3.16/cii/EN16931-CII-validation.xslt";

    private final Processor saxon = new Processor(false);
    private final XsltExecutable rules;

    SaxonJudge() throws SaxonApiException {
        rules = saxon.newXsltCompiler()
                .compile(new StreamSource(
                        SaxonJudge.class.getResource(STYLESHEET).toString()));
    }

    @Override
    public String name() {
        return "Saxon only";
    }

    @Override
    public int judge(byte[] invoice) {
        try {
            XdmNode document = saxon.newDocumentBuilder().build(new StreamSource(new ByteArrayInputStream(invoice)));
            Xslt30Transformer transformer = rules.load30();
            XdmDestination report = new XdmDestination();
            transformer.applyTemplates(document, report);
            return report.getXdmNode().hashCode();
        } catch (SaxonApiException e) {
            return -1;
        }
    }

    @Override
    public Set<String> verdict(byte[] invoice) {
        throw new UnsupportedOperationException("only its time is of interest");
    }
}
