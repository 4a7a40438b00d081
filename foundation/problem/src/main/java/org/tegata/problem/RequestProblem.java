package org.tegata.problem;

/** The reasons that any service may have to refuse a request before its own rules are asked, in order of precedence. */
public enum RequestProblem implements ProblemType {
    PAYLOAD_TOO_LARGE(413, "The request body is larger than this service accepts"),
    UNAUTHENTICATED(401, "A valid bearer token is needed"),
    FORBIDDEN(403, "The token does not carry the scope or the party that this call needs"),
    NOT_FOUND(404, "There is no such document, or you are not a party to it"),
    METHOD_NOT_ALLOWED(405, "This resource does not know that method"),
    NOT_ACCEPTABLE(406, "This resource is not available in the media type asked for"),
    UNSUPPORTED_MEDIA_TYPE(415, "This call does not take that media type"),
    MALFORMED_REQUEST(400, "The request cannot be read"),
    IDEMPOTENCY_KEY_MISSING(400, "This call needs an Idempotency-Key header"),
    IDEMPOTENCY_KEY_REUSED(422, "The Idempotency-Key was used for another request"),
    IF_MATCH_MISSING(428, "This call needs an If-Match header with the document's ETag"),
    VERSION_MISMATCH(412, "The document has changed since you read it"),
    UNAVAILABLE(503, "The service cannot reach what it needs; try again"),
    INTERNAL(500, "Something went wrong on our side");

    private final int status;
    private final String title;

    RequestProblem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    @Override
    public String slug() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
