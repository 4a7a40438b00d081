package org.tegata.outbox;

import java.sql.SQLException;

/** The database refused or is away; the transaction is rolled back. */
public final class StorageFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StorageFailure(SQLException cause) {
        super(cause);
    }
}
