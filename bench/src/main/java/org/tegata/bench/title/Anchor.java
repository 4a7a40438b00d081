package org.tegata.bench.title;

import java.io.IOException;
import java.sql.SQLException;

/** The same SQL without a service: what PostgreSQL itself can do. */
interface Anchor {

    /** What does it, for people. */
    String name();

    /** So many clients, each with one connection, as fast as they go. */
    Turn run(double seconds, int clients) throws IOException, InterruptedException, SQLException;
}
