package org.tegata.system.history.toy;

/** Ways in which a register of title goes wrong under concurrency and crashes. */
enum Bug {
    /** The update does not ask for the head that was decided on. */
    NO_VERSION_PREDICATE,
    /** The event goes out before the transaction is committed. */
    PUBLISH_BEFORE_COMMIT,
    /** The client gets its receipt before the transaction is committed. */
    ACKNOWLEDGE_BEFORE_COMMIT,
    /** A repeat is judged as if it were new. */
    NO_IDEMPOTENCY,
    /** Readings come from a replica that lags. */
    STALE_READ,
    /** A slow act is applied once more by the service itself. */
    DOUBLE_APPLY,
    /** Check, then write the whole record back: what came between is overwritten. */
    LOST_UPDATE,
    /** The consumer does not tell repeats by their id. */
    EVENT_APPLIED_TWICE,
    /** The relay marks before it sends. */
    EVENT_LOST,
    /** A repeat whose head has moved is put on the new head. */
    UNFENCED_RETRY,
    /** Whether the head has moved is told by comparing clocks of different machines. */
    CLOCK_FOR_ORDER,
    /** An instance remembers the holder and does not ask again. */
    CACHED_HOLDER,
    /** No unique key on bill and version: two entries can take one place. */
    FORK
}
