package org.tegata.gateway.pint;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An unsigned failure on the wire API (DCSA PINT 3.0.0, ErrorResponse); says nothing about the fate of a transfer. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ErrorResponse(
        String httpMethod,
        String requestUri,
        int statusCode,
        String statusCodeText,
        String statusCodeMessage,
        @Nullable String providerCorrelationReference,
        String errorDateTime,
        List<DetailedError> errors) {

    /** First code of the range that DCSA leaves to the implementer. */
    private static final int ERROR_CODE = 7000;

    private static final int MAX_VALUE = 500;
    private static final int MAX_ERRORS = 100;

    /** One cause. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record DetailedError(
            int errorCode,
            @Nullable String property,
            @Nullable String value,
            @Nullable String jsonPath,
            String errorCodeText,
            String errorCodeMessage) {}

    /** For a message that breaks the schema: one error a violation. */
    public static ErrorResponse invalid(String method, String uri, UnreadableMessage unreadable, Instant now) {
        var errors = unreadable.violations().stream()
                .limit(MAX_ERRORS)
                .map(violation -> new DetailedError(
                        ERROR_CODE + 1,
                        cut(violation.property(), 100),
                        cut(violation.value(), MAX_VALUE),
                        cut(violation.jsonPath(), MAX_VALUE),
                        "invalidData",
                        violation.message()))
                .toList();
        return of(method, uri, 400, "Bad Request", "The message does not fit the schema", null, now, errors);
    }

    /** For everything else. */
    public static ErrorResponse plain(
            String method, String uri, int status, String text, String message, @Nullable String trace, Instant now) {
        var error = new DetailedError(ERROR_CODE, null, null, null, text, message);
        return of(method, uri, status, text, message, trace, now, List.of(error));
    }

    private static ErrorResponse of(
            String method,
            String uri,
            int status,
            String text,
            String message,
            @Nullable String trace,
            Instant now,
            List<DetailedError> errors) {
        String at = now.truncatedTo(ChronoUnit.MILLIS).toString();
        return new ErrorResponse(method, uri, status, text, message, trace, at, errors);
    }

    private static String cut(String text, int max) {
        return text.length() > max ? text.substring(0, max) : text;
    }
}
