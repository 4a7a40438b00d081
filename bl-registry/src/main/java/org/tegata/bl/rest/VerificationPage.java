package org.tegata.bl.rest;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jspecify.annotations.Nullable;
import org.tegata.bl.domain.DocumentKind;
import org.tegata.bl.domain.PrintedBill;

/** The verification as a page for people, in English and Japanese: escaped, without script, nothing to load. */
final class VerificationPage {

    private VerificationPage() {}

    /** The templates, checked when the service is built. */
    @CheckedTemplate(basePath = "")
    static final class Templates {

        private Templates() {}

        static native TemplateInstance verification(@Nullable Shown shown);
    }

    /** Both languages of one thing said. */
    record Said(String english, String japanese) {}

    /**
     * What the page says.
     *
     * @param asPrinted the bill is what whoever holds the print takes it for
     */
    record Shown(Verification bill, boolean asPrinted, Said kind, Said state, Said print, Said notice) {}

    /** The page of a print that is what the register says. */
    static String of(Verification bill) {
        var kind = new Said(capital(bill.kind().english()), bill.kind().japanese());
        var notice = new Said(Verification.NOTICE, Verification.NOTICE_JA);
        boolean asPrinted = bill.latest() && bill.state() == PrintedBill.State.IN_CIRCULATION;
        var state = state(bill.kind(), bill.state());
        return Templates.verification(new Shown(bill, asPrinted, kind, state, print(bill.latest()), notice))
                .render();
    }

    /** The one page of all others. */
    static String ofNone() {
        return Templates.verification(null).render();
    }

    private static Said print(boolean latest) {
        return latest
                ? new Said("Nothing has been recorded since this was printed.", "印刷後、記録に変更はありません。")
                : new Said("The record has moved on since this was printed.", "印刷後、記録に変更がありました。");
    }

    private static Said state(DocumentKind kind, PrintedBill.State state) {
        boolean waybill = kind == DocumentKind.SEA_WAYBILL;
        return switch (state) {
            case IN_CIRCULATION ->
                waybill
                        ? new Said(
                                "In force. Whether the goods were delivered is not recorded here.",
                                "有効。貨物の引渡しの有無はこの記録に含まれません。")
                        : new Said("In circulation. The carrier has not taken it back.", "流通中。運送人はまだ受け戻していません。");
            case ON_ANOTHER_PLATFORM ->
                new Said(
                        "In circulation on another platform. What has happened there this register may not know.",
                        "他のプラットフォームで流通中。そこでの経過をこの記録が把握しているとは限りません。");
            case SURRENDERED ->
                new Said("Surrendered to the carrier. It has no effect any more.", "運送人に返還済み。効力を失っています。");
            case REPLACED ->
                waybill
                        ? new Said("Replaced by another document. It has no effect any more.", "別の運送書類に差替済み。効力を失っています。")
                        : new Said("Replaced by an amended bill. It has no effect any more.", "訂正後の証券に差替済み。効力を失っています。");
            case ON_PAPER ->
                new Said("On paper now. This electronic record has no effect any more.", "書面に転換済み。電子記録は効力を失っています。");
            case VOID -> new Said("Void: cancelled by the carrier.", "無効。運送人が取り消しました。");
        };
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
