package org.tegata.lc.domain.rules;

import static org.tegata.lc.domain.rules.Rule.discrepancy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tegata.access.PartyId;
import org.tegata.lc.domain.PartyCode;
import org.tegata.lc.domain.rules.Rule.Finding;

/** UCP 600 art. 20(a)(iv) for a bill that is an electronic transferable record (MLETR art. 10, 11): who controls it. */
final class Article20Control {

    private static final String IN_FORCE = "ISSUED";

    private Article20Control() {}

    static List<Rule> rules() {
        return List.of(
                discrepancy(
                        "B14",
                        "UCP 600 art. 20(a)(iv); MLETR art. 11",
                        "examining bank / holder of the bill of lading",
                        Presented::billIsPresenters,
                        Article20Control::bankHolds),
                discrepancy(
                        "P26",
                        "UCP 600 art. 20; MLETR art. 15",
                        "examining bank / endorsee of the bill of lading",
                        Presented::billIsPresenters,
                        Article20Control::bankIsEntitled),
                discrepancy(
                        "B22",
                        "ISBP 821 E13",
                        ":46A: / endorsement of the bill of lading",
                        Presented::billIsPresenters,
                        Article20Control::endorsed));
    }

    /** Control of the one record is what presenting the full set of originals is on paper. */
    private static Finding bankHolds(Presented presented) {
        var bank = presented.presentation().examiningBank();
        var title = presented.title();
        boolean holds = title.status().equals(IN_FORCE) && names(title.holder(), bank);
        return Finding.that(
                holds,
                bank,
                name(title.holder()) + " (" + title.status() + ")",
                "The bill is %s and controlled by %s, not by %s".formatted(title.status(), name(title.holder()), bank));
    }

    private static Finding bankIsEntitled(Presented presented) {
        var bank = presented.presentation().examiningBank();
        var endorsee = presented.title().endorsee();
        if (!presented.bill().toOrder()) {
            // A straight bill is delivered to its consignee; no endorsement can change that.
            return Finding.notApplicable();
        }
        return Finding.that(
                endorsee == null || endorsee.names(bank),
                bank,
                endorsee == null ? "in blank" : endorsee.toString(),
                "The bill stands to the order of %s, not of %s nor in blank".formatted(name(endorsee), bank));
    }

    private static Finding endorsed(Presented presented) {
        var bill = presented.bill();
        if (!bill.toOrder()) {
            return Finding.notApplicable();
        }
        var shipper = bill.shipper().party();
        var endorsee = presented.title().endorsee();
        boolean stillTheShippers = endorsee != null && endorsee.equals(shipper);
        String wanted = Article20BillOfLading.requirement(presented)
                .map(document -> document.blankEndorsement() ? "endorsed in blank" : "endorsed")
                .orElse("endorsed");
        if (wanted.equals("endorsed in blank")) {
            return Finding.that(
                    endorsee == null,
                    wanted,
                    endorsee == null ? "in blank" : "to the order of " + endorsee,
                    "The bill is not endorsed in blank: it stands to the order of " + name(endorsee));
        }
        return Finding.that(
                !stillTheShippers,
                wanted,
                endorsee == null ? "in blank" : "to the order of " + endorsee,
                "The shipper has not endorsed the bill");
    }

    private static boolean names(@Nullable PartyCode holder, PartyId bank) {
        return holder != null && holder.names(bank);
    }

    private static String name(@Nullable PartyCode party) {
        return party == null ? "nobody" : party.toString();
    }
}
