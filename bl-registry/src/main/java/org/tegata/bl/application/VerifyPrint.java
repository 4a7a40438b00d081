package org.tegata.bl.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.tegata.bl.domain.Bills;
import org.tegata.bl.domain.Print;
import org.tegata.bl.domain.PrintedBill;
import org.tegata.problem.Rejected;
import org.tegata.problem.RequestProblem;

/** Tells anybody who holds a print what has become of the bill; everybody else that there is nothing to tell. */
@ApplicationScoped
public class VerifyPrint {

    /** Who asks needs no token, so however many ask, the parties' acts keep the other connections of the database. */
    private static final int AT_ONCE = 4;

    private final Bills bills;
    private final Semaphore places;

    @Inject
    VerifyPrint(Bills bills) {
        this(bills, AT_ONCE);
    }

    VerifyPrint(Bills bills, int atOnce) {
        this.bills = bills;
        this.places = new Semaphore(atOnce);
    }

    /** The bill of that print; empty whatever of it is not so. */
    public Optional<PrintedBill> verify(Print print) {
        if (!places.tryAcquire()) {
            throw new Rejected(RequestProblem.UNAVAILABLE, "Too many prints are being verified; try again");
        }
        try {
            return bills.printed(print);
        } finally {
            places.release();
        }
    }
}
