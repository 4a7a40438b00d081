package org.tegata.rules.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import org.junit.jupiter.api.Test;

/** The guideline chooses the rules: who could hide it would be judged by weaker ones. */
class GuidelineTest {

    private static final String XML = Sample.text(Sample.invoice(1));

    @Test
    void shouldReadItInWhateverPiecesItIsWritten() {
        assertThat(of(XML)).isEqualTo("urn:sample");
        assertThat(of(XML.replace(">urn:sample<", "><![CDATA[urn:sample]]><"))).isEqualTo("urn:sample");
        assertThat(of(XML.replace(">urn:sample<", ">urn:<!-- x --><![CDATA[sam]]><?p?>ple<")))
                .isEqualTo("urn:sample");
        assertThat(of(XML.replace(">urn:sample<", ">\n urn:sample\n<"))).isEqualTo("urn:sample");
    }

    @Test
    void shouldNotBeLedAstray() {
        String another = "<ram:ID>urn:other</ram:ID>";
        String elsewhere = "<ram:BusinessProcessSpecifiedDocumentContextParameter>" + another
                + "</ram:BusinessProcessSpecifiedDocumentContextParameter>";

        assertThat(of(XML.replace("<rsm:ExchangedDocumentContext>", "<rsm:ExchangedDocumentContext>" + elsewhere)))
                .isEqualTo("urn:sample");
        assertThat(of(XML.replace(
                        "<rsm:CrossIndustryInvoice\n", "<!-- x -->".repeat(5_000) + "<rsm:CrossIndustryInvoice\n")))
                .isEqualTo("urn:sample");
        assertThat(of(XML.replace("<ram:ID>urn:sample</ram:ID>", "<x>" + another + "</x>")))
                .isEmpty();
    }

    @Test
    void shouldBeEmptyWhereThereIsNone() {
        assertThat(of(XML.replace("urn:sample", ""))).isEmpty();
        assertThat(of("<x/>")).isEmpty();
        assertThat(of("no XML")).isEmpty();
        assertThat(of("")).isEmpty();
    }

    private static String of(String xml) {
        return Guideline.of(new ByteArrayInputStream(Sample.bytes(xml)));
    }
}
