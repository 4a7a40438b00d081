package org.tegata.cli.validate;

/** Why a document cannot be judged at all. */
public final class NotRead extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    public NotRead(Refusal refusal) {
        super(refusal.detail());
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }
}
