package org.tegata.gateway.pint;

/** An envelope that earns a signed refusal; which one, and why in a sentence for the partner. */
public final class EnvelopeRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ResponseCode code;

    public EnvelopeRefused(ResponseCode code, String reason) {
        super(Reason.clean(reason));
        this.code = code;
    }

    static EnvelopeRefused badEnvelope(String reason) {
        return new EnvelopeRefused(ResponseCode.BENV, reason);
    }

    static EnvelopeRefused badSignature(String reason) {
        return new EnvelopeRefused(ResponseCode.BSIG, reason);
    }

    public ResponseCode code() {
        return code;
    }

    public String reason() {
        String message = getMessage();
        return message == null ? code.name() : message;
    }
}
