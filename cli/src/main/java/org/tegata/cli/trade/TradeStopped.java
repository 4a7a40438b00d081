package org.tegata.cli.trade;

/** A step went so wrong that the next ones would have nothing to work on; the story has told what happened. */
public final class TradeStopped extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TradeStopped(String message) {
        super(message);
    }
}
