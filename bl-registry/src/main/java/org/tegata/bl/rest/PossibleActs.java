package org.tegata.bl.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tegata.access.PartyId;
import org.tegata.bl.domain.Bill;
import org.tegata.bl.domain.BillRecord;
import org.tegata.bl.domain.BillStatus;
import org.tegata.bl.domain.Permission;
import org.tegata.bl.domain.TitleAct;
import org.tegata.problem.Rejected;

/** Who may do what to a bill at that head, and why not: what the same act would be answered. */
record PossibleActs(UUID billId, long version, String head, BillStatus status, List<Possible> acts) {

    /**
     * One act.
     *
     * @param allowed to the asking party, now
     * @param by who is in the position that the act needs; absent when nobody is
     * @param refusal why the asking party may not
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Possible(
            TitleAct act,
            boolean allowed,
            @Nullable By by,
            @Nullable Refusal refusal) {

        static Possible of(Bill bill, TitleAct act, PartyId asking) {
            var refused = Permission.refusal(bill, act, asking);
            return new Possible(
                    act,
                    refused.isEmpty(),
                    By.of(bill, act),
                    refused.map(Refusal::of).orElse(null));
        }
    }

    /** In which capacity the act is done, and who has it. */
    record By(String role, String party, String partyName, String eblPlatform) {

        static @Nullable By of(Bill bill, TitleAct act) {
            var performer = Permission.performer(bill, act);
            return performer == null
                    ? null
                    : new By(act.role().name(), performer.reference(), performer.partyName(), performer.eblPlatform());
        }
    }

    /** The problem (RFC 9457) that the act would be answered with. */
    record Refusal(String type, String title, int status, String detail) {

        static Refusal of(Rejected refused) {
            var type = refused.type();
            return new Refusal("/problems/" + type.slug(), type.title(), type.status(), refused.detail());
        }
    }

    static PossibleActs of(BillRecord record, PartyId asking) {
        var bill = record.bill();
        var acts = Arrays.stream(TitleAct.values())
                .map(act -> Possible.of(bill, act, asking))
                .toList();
        return new PossibleActs(bill.id(), bill.version(), record.head(), bill.status(), acts);
    }
}
