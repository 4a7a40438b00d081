package org.tegata.gateway.outbound;

/** Nothing decisive came back: an error, a cut connection, an unsigned word. The same bytes are sent again later. */
final class NoSignedAnswer extends Exception {

    private static final long serialVersionUID = 1L;

    NoSignedAnswer(String reason) {
        super(reason);
    }

    String reason() {
        String message = getMessage();
        return message == null ? "no signed answer" : message;
    }
}
