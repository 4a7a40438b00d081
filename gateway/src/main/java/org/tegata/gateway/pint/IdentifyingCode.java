package org.tegata.gateway.pint;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** A code that identifies a party in somebody's list (DCSA PINT 3.0.0, IdentifyingCode). */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record IdentifyingCode(
        String codeListProvider, String partyCode, @Nullable String codeListName) {

    private static final int MAX_PROVIDER = 100;
    private static final int MAX_CODE = 150;

    static IdentifyingCode read(Payload payload) {
        return new IdentifyingCode(
                payload.text("codeListProvider", MAX_PROVIDER),
                payload.text("partyCode", MAX_CODE),
                payload.optionalText("codeListName", MAX_PROVIDER));
    }

    /** The body of a receiver validation; breaking the schema is unreadable there, not a bad envelope. */
    public static IdentifyingCode readRequest(byte[] body) {
        JsonNode node = PintJson.object(PintJson.text(body));
        try {
            return read(Payload.of(node, "$"));
        } catch (EnvelopeRefused invalid) {
            throw new UnreadableMessage("$", invalid.reason());
        }
    }

    /** The same party in the same list; the list's display name does not count. */
    boolean names(IdentifyingCode other) {
        return codeListProvider.equals(other.codeListProvider) && partyCode.equals(other.partyCode);
    }
}
