package org.tegata.bl.domain;

import java.util.Locale;

/** Why an envelope goes to another platform. */
public enum EnvelopePurpose {
    /** Possession moves to a party there. */
    TRANSFER,
    /** The holder surrenders to the carrier, who lives there. */
    SURRENDER,
    /** The carrier's answer to a surrender that came from there. */
    NOTIFICATION;

    /** The word on the wire. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
