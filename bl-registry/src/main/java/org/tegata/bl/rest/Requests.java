package org.tegata.bl.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tegata.bl.application.RegisterKey;

/** The bodies of the calls on parties and their keys; each record is its own reader. */
final class Requests {

    private static final int LONGEST_REASON = 255;
    private static final int LONGEST_JWK = 8_192;
    private static final Pattern ALIAS = Pattern.compile("[\\x21-\\x7e]{1,100}");

    private Requests() {}

    /** A party of this platform. */
    record PartyName(@Nullable String name) {

        String text() {
            return Members.requiredName(name, "name");
        }
    }

    /** A key of a party, as the operator registers it. */
    record NewKey(
            @Schema(description = "public key (RFC 7517)", implementation = Object.class) @Nullable
            JsonNode jwk,

            @Schema(description = "RFC 3339; now when absent") @Nullable
            String notBefore,

            @Schema(description = "RFC 3339; two years after notBefore when absent, which is the longest") @Nullable
            String notAfter,

            @Schema(description = "under which alias the operator's key store holds the private half") @Nullable
            String custodyAlias) {

        RegisterKey.NewKey key() {
            if (custodyAlias != null && !ALIAS.matcher(custodyAlias).matches()) {
                throw Members.malformed("custodyAlias is 1 to 100 visible ASCII characters");
            }
            return new RegisterKey.NewKey(
                    Requests.jwk(jwk), time(notBefore, "notBefore"), time(notAfter, "notAfter"), custodyAlias);
        }
    }

    /** The payload of a rotation, signed by the party with a key in force. */
    record Rotation(
            @Nullable String party,
            @Nullable JsonNode jwk,
            @Nullable String notBefore,
            @Nullable String notAfter,
            @Nullable String signedAt) {

        RegisterKey.Rotation rotation() {
            var key = new RegisterKey.NewKey(
                    Requests.jwk(jwk), time(notBefore, "notBefore"), time(notAfter, "notAfter"), null);
            var at = Members.required(time(signedAt, "signedAt"), "signedAt");
            return new RegisterKey.Rotation(Members.party(party, "party"), key, at);
        }
    }

    /** Why a key is withdrawn. */
    record Revocation(@Nullable String reason) {

        String text() {
            return Members.text(Members.required(reason, "reason"), LONGEST_REASON, "reason");
        }
    }

    private static String jwk(@Nullable JsonNode jwk) {
        var given = Members.required(jwk, "jwk");
        var text = given.toString();
        if (!given.isObject() || text.length() > LONGEST_JWK) {
            throw Members.malformed("jwk is a JSON object of at most " + LONGEST_JWK + " characters");
        }
        return text;
    }

    private static @Nullable Instant time(@Nullable String text, String member) {
        if (text == null) {
            return null;
        }
        try {
            var time = OffsetDateTime.parse(text);
            if (time.getYear() < 2000 || time.getYear() > 9999) {
                throw Members.malformed(member + " is beyond what this register keeps");
            }
            return time.toInstant().truncatedTo(ChronoUnit.MILLIS);
        } catch (DateTimeException unreadable) {
            throw Members.malformed(member + " is not an RFC 3339 time");
        }
    }
}
