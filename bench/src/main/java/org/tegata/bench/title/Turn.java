package org.tegata.bench.title;

/**
 * What some seconds of acts came to, by whichever way they were done.
 *
 * @param acts committed
 * @param seconds from the first to the last
 * @param serviceMicros CPU time of the service an act (0: there was none)
 * @param databaseMicros CPU time of PostgreSQL an act
 * @param clientMicros CPU time of whoever asked for the acts, an act
 */
record Turn(long acts, double seconds, double serviceMicros, double databaseMicros, double clientMicros) {

    double rate() {
        return acts / seconds;
    }
}
