package org.tegata.bl.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.tegata.bl.application.Authority;
import org.tegata.bl.application.Register;
import org.tegata.bl.domain.BillAtHead;
import org.tegata.bl.domain.Decision;
import org.tegata.bl.domain.SealedEntry;
import org.tegata.bl.domain.TitleAct;
import org.tegata.outbox.Event;
import org.tegata.outbox.OneTrip;
import org.tegata.outbox.StorageFailure;
import org.tegata.problem.Rejected;
import org.tegata.problem.RequestProblem;

/** Decisions in PostgreSQL, each in one statement. */
@ApplicationScoped
class SqlRegister implements Register {

    private final OneTrip oneTrip;
    private final RegisterSeal seal;
    private final Memory memory;

    SqlRegister(OneTrip oneTrip, RegisterSeal seal, Memory memory) {
        this.oneTrip = oneTrip;
        this.seal = seal;
        this.memory = memory;
    }

    @Override
    public Optional<List<SealedEntry>> keep(
            BillAtHead before, Decision decision, List<Event> events, Authority authority) {
        var act = KeptAct.of(before, decision, seal);
        var statement = authority.act().statement();
        var manifest = statement.act() == TitleAct.ISSUE ? statement.issuanceManifest() : null;
        var claim = new OneTrip.Claim(
                statement.actor(), authority.idempotencyKey(), authority.fingerprint(), statement.billId());
        try {
            if (!oneTrip.run(act.gate(authority), act.parts(manifest), claim, events)) {
                return Optional.empty();
            }
        } catch (SQLException failed) {
            throw new StorageFailure(failed);
        }
        memory.moved(before, act.after());
        return Optional.of(act.entries());
    }

    /** Not remembered: the transaction may yet be rolled back. */
    @Override
    public List<SealedEntry> keep(BillAtHead before, Decision decision, List<Event> events) {
        var act = KeptAct.of(before, decision, seal);
        try {
            if (!oneTrip.run(act.gate(), act.parts(null), events)) {
                throw new Rejected(RequestProblem.UNAVAILABLE, "Somebody else acted on the bill first");
            }
        } catch (SQLException failed) {
            throw new StorageFailure(failed);
        }
        return act.entries();
    }
}
