package org.tegata.bl.rest;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;
import org.tegata.bl.application.NamedRecipient;
import org.tegata.bl.domain.ActionCode;
import org.tegata.bl.domain.SurrenderReason;
import org.tegata.bl.json.TransactionJson;

/** The bodies of the calls on one bill; each record is its own reader. */
final class Requests {

    private static final int LONGEST_COMMENT = 255;

    private Requests() {}

    /** The carrier's signature over the issuance manifest of the draft. */
    record Issue(@Nullable String issuanceManifestSignedContent) {

        String manifest() {
            return Members.required(issuanceManifestSignedContent, "issuanceManifestSignedContent");
        }
    }

    /** Another party, by its code; the name is needed when this platform does not know it. */
    record OtherParty(
            @Nullable String party,
            @Nullable String partyName,
            @Nullable String eblPlatform) {

        NamedRecipient named(String member) {
            return new NamedRecipient(
                    Members.party(party, member + ".party"),
                    Members.name(partyName, member + ".partyName"),
                    Members.platform(eblPlatform));
        }
    }

    /** An endorsement: ENDORSE, ENDORSE_TO_ORDER with an endorsee, or BLANK_ENDORSE without. */
    record Endorse(@Nullable String actionCode, @Nullable OtherParty endorsee) {

        ActionCode code() {
            var code = Members.code(ActionCode.class, actionCode, "actionCode");
            return switch (code) {
                case ENDORSE, ENDORSE_TO_ORDER, BLANK_ENDORSE -> code;
                default -> throw Members.malformed(code + " is not an endorsement");
            };
        }

        @Nullable
        NamedRecipient to() {
            return endorsee == null ? null : endorsee.named("endorsee");
        }
    }

    /** A transfer of possession. */
    record Transfer(@Nullable OtherParty recipient) {

        NamedRecipient to() {
            return Members.required(recipient, "recipient").named("recipient");
        }
    }

    /** A surrender: SURRENDER_FOR_DELIVERY, or SURRENDER_FOR_AMENDMENT with an optional reason. */
    record Surrender(@Nullable String actionCode, @Nullable String reasonCode) {

        ActionCode code() {
            var code = Members.code(ActionCode.class, actionCode, "actionCode");
            return switch (code) {
                case SURRENDER_FOR_DELIVERY, SURRENDER_FOR_AMENDMENT -> code;
                default -> throw Members.malformed(code + " is not a surrender");
            };
        }

        @Nullable
        SurrenderReason reason() {
            if (reasonCode == null) {
                return null;
            }
            if (code() == ActionCode.SURRENDER_FOR_DELIVERY) {
                throw Members.malformed("a reasonCode goes with SURRENDER_FOR_AMENDMENT only");
            }
            return Members.code(SurrenderReason.class, reasonCode, "reasonCode");
        }
    }

    /** Why the carrier refuses a surrender. */
    record Refuse(@Nullable String comments) {

        @Nullable
        String text() {
            if (comments == null) {
                return null;
            }
            if (comments.isBlank()
                    || comments.length() > LONGEST_COMMENT
                    || !comments.equals(comments.strip())
                    || !TransactionJson.isPlain(comments)) {
                throw Members.malformed("comments are 1 to 255 characters without control characters");
            }
            return comments;
        }
    }

    /** A party of this platform. */
    record PartyName(@Nullable String name) {

        String text() {
            return Members.requiredName(name, "name");
        }
    }

    /** A carrier of this platform; {@code jwks} is a JWK set, as an object or as its text. */
    record Carrier(@Nullable String name, @Nullable JsonNode jwks) {

        String text() {
            return Members.requiredName(name, "name");
        }

        String keys() {
            var set = Members.required(jwks, "jwks");
            return set.isTextual() ? set.textValue() : set.toString();
        }
    }
}
