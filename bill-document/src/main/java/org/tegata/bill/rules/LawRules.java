package org.tegata.bill.rules;

import static org.tegata.bill.rules.Rule.warning;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tegata.xml.XmlElement;

/** Rules on the law that governs the bill, and on what its clauses do to the bill's worth. */
final class LawRules {

    static final Rule LAW_MISSING = warning(
            "TGT-BL-80",
            "IG P&I clubs (compliant e-bills, 20 February 2025); MLETR",
            "The bill does not say which law governs it.",
            "準拠法が記載されていません。",
            "State a law that gives electronic bills the force of paper, such as English or Singapore law.",
            "電子船荷証券に紙と同じ効力を認める法（英国法、シンガポール法など）を準拠法として記載してください。");
    static final Rule LAW_UNLISTED = warning(
            "TGT-BL-81",
            "IG P&I clubs (compliant e-bills, 20 February 2025); MLETR",
            "The law that governs the bill is not known to give electronic bills the force of paper without"
                    + " conditions.",
            "記載された準拠法が、電子船荷証券に紙と同じ効力を無条件で認める法として知られていません。",
            "Take advice, or agree on a law of the list.",
            "法律専門家に確認するか、一覧にある法を準拠法としてください。");
    static final Rule CHARTER_PARTY = warning(
            "TGT-BL-82",
            "UCP 600 art. 20(a)(vi), 22",
            "The bill indicates that it is subject to a charter party: a bank refuses it as a bill of lading.",
            "傭船契約に従う旨の記載があります。銀行は通常の船荷証券としては受理しません。",
            "Leave the reference out, or have the credit allow charter party bills of lading.",
            "傭船契約への言及を削除するか、信用状で傭船契約船荷証券を認めてもらってください。");
    static final Rule LAW_LEFT_OPEN = warning(
            "TGT-BL-83",
            "BIMCO; IG P&I clubs (20 February 2025)",
            "The bill refers to a charter party and leaves the governing law to it: whether an electronic bill is valid"
                    + " is open.",
            "傭船契約を援用し、準拠法をそれに委ねているため、電子船荷証券の有効性が定まりません。",
            "State the governing law in the bill itself.",
            "準拠法を証券自体に記載してください。");
    static final Rule UNCLEAN = warning(
            "TGT-BL-85",
            "UCP 600 art. 27; ISBP 821 E20",
            "A clause declares a defective condition of the goods or of their packaging: the bill is not clean.",
            "貨物又は包装の瑕疵を示す付記があり、無故障（クリーン）船荷証券ではありません。",
            "Agree with the carrier on words that state no defect, or have the goods replaced.",
            "瑕疵を示さない文言を運送人と協議するか、貨物を交換してください。");
    static final Rule ON_DECK = warning(
            "TGT-BL-86",
            "UCP 600 art. 26(a)",
            "A clause says that the goods are or will be loaded on deck: a bank refuses the bill.",
            "貨物が甲板積みされている（される）旨の付記があります。銀行は受理しません。",
            "Have the goods stowed under deck, or state only that they may be carried on deck.",
            "船倉内に積み付けるか、「甲板積みすることがある」旨の記載にとどめてください。");

    static final List<Rule> RULES = List.of(LAW_MISSING, LAW_UNLISTED, CHARTER_PARTY, LAW_LEFT_OPEN, UNCLEAN, ON_DECK);

    private final Findings findings;

    LawRules(Findings findings) {
        this.findings = findings;
    }

    void check(XmlElement document, XmlElement consignment) {
        var clauses = Phrases.clauses(document);
        var carriers = consignment.all("CarrierProvidedInformation");
        tell(UNCLEAN, Phrases.UNCLEAN, clauses, "no clause on a defect");
        tell(UNCLEAN, Phrases.UNCLEAN, carriers, "no clause on a defect");
        tell(ON_DECK, Phrases.ON_DECK, clauses, "MAY BE CARRIED ON DECK at most");
        tell(ON_DECK, Phrases.ON_DECK, carriers, "MAY BE CARRIED ON DECK at most");
        var terms = new ArrayList<>(clauses);
        terms.addAll(consignment.all("ContractTermsInformation"));
        var charter = tell(CHARTER_PARTY, Phrases.CHARTER_PARTY, terms, "no charter party");
        law(consignment, terms, charter);
    }

    /** The first element in which one of the phrases is meant. */
    private @Nullable XmlElement tell(Rule rule, Phrases phrases, List<XmlElement> texts, String expected) {
        @Nullable XmlElement first = null;
        for (XmlElement text : texts) {
            String found = phrases.in(text);
            if (found != null) {
                findings.tell(rule, text, found, expected);
                first = first == null ? text : first;
            }
        }
        return first;
    }

    private void law(XmlElement consignment, List<XmlElement> terms, @Nullable XmlElement charter) {
        boolean stated = false;
        for (XmlElement text : terms) {
            for (String law : GoverningLaw.stated(text.text())) {
                if (GoverningLaw.CHARTER_PARTY.equals(law)) {
                    continue;
                }
                stated = true;
                if (!GoverningLaw.isListed(law)) {
                    findings.tell(LAW_UNLISTED, text, law, allowed());
                }
            }
        }
        if (!stated && charter != null) {
            findings.tell(LAW_LEFT_OPEN, charter, null, allowed());
        } else if (!stated) {
            findings.missing(LAW_MISSING, consignment, "ContractTermsInformation", allowed());
        }
    }

    private static String allowed() {
        return GoverningLaw.listed().stream().collect(Collectors.joining("; "));
    }
}
