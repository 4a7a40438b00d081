package org.tegata.lc.domain;

/** What an examination comes to. */
public enum Verdict {
    COMPLYING(PresentationStatus.COMPLYING),
    DISCREPANT(PresentationStatus.DISCREPANT),
    /** Nothing fails, but not everything could be decided. */
    REFER(PresentationStatus.REFERRED);

    private final PresentationStatus status;

    Verdict(PresentationStatus status) {
        this.status = status;
    }

    /** The status that it gives the presentation. */
    public PresentationStatus status() {
        return status;
    }
}
