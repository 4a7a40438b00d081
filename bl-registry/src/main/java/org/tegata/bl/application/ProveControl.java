package org.tegata.bl.application;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.tegata.access.PartyId;
import org.tegata.bl.RegistryConfig;
import org.tegata.bl.domain.BillProblem;
import org.tegata.bl.domain.Bills;
import org.tegata.bl.domain.RegisterKeys;
import org.tegata.bl.json.ProofJson;
import org.tegata.problem.Rejected;

/**
 * What a holder shows to others: that it had exclusive control of the bill at that time, signed by the register (MLETR
 * art. 11). It expires, since the holder may act the next moment.
 */
@ApplicationScoped
public class ProveControl {

    /** The JWS header {@code typ}. */
    public static final String TYPE = "proof-of-control+jws";

    private final Bills bills;
    private final RegisterKeys register;
    private final Clock clock;
    private final Duration life;

    ProveControl(Bills bills, RegisterKeys register, Clock clock, RegistryConfig config) {
        this.bills = bills;
        this.register = register;
        this.clock = clock;
        this.life = config.proofOfControlLife();
    }

    /**
     * What the register states.
     *
     * @param statement the JSON text that the JWS is over
     */
    public record Proof(String statement, String jws) {}

    /** For the holder only; the record is read and verified for it. */
    public Proof prove(UUID billId, PartyId party) {
        var record = bills.record(billId);
        var bill = ActOnBill.visible(record.bill(), party);
        if (bill.status().isClosed()) {
            throw new Rejected(BillProblem.WRONG_STATE, "Nobody controls a closed bill");
        }
        if (bill.isUnderWay()) {
            throw new Rejected(BillProblem.WRONG_STATE, "The bill is on its way: its recipient may have it already");
        }
        var holder = bill.holder();
        if (holder == null || !bill.isControlledBy(party)) {
            throw new Rejected(BillProblem.NOT_YOUR_ACT, "You do not hold the bill");
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var statement = ProofJson.write(record, holder, now, now.plus(life));
        return new Proof(statement, register.sign(TYPE, statement.getBytes(StandardCharsets.UTF_8)));
    }
}
