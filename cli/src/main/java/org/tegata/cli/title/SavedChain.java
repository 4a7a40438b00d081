package org.tegata.cli.title;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All that it takes to verify a bill's record without asking anybody: the record, the register's keys and those of each
 * party in it, as one JSON object ({@code chain}, {@code jwks}, {@code partyKeys}).
 */
public final class SavedChain {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectNode content;

    private SavedChain(ObjectNode content) {
        this.content = content;
    }

    /** From what a register answered; {@code partyKeys} by party. */
    public static SavedChain of(JsonNode chain, JsonNode jwks, Map<String, JsonNode> partyKeys) {
        ObjectNode content = JSON.createObjectNode();
        content.set("chain", chain);
        content.set("jwks", jwks);
        ObjectNode keys = content.putObject("partyKeys");
        partyKeys.forEach(keys::set);
        return new SavedChain(content);
    }

    /** From its JSON. */
    public static SavedChain read(String json) throws IOException {
        if (JSON.readTree(json) instanceof ObjectNode content
                && content.path("chain").path("entries").isArray()
                && content.path("jwks").isObject()
                && content.path("partyKeys").isObject()) {
            return new SavedChain(content);
        }
        throw new IOException("no saved chain: an object with chain, jwks and partyKeys is wanted");
    }

    /** The parties that a record names, in the order of their first act. */
    public static Set<String> parties(JsonNode chain) {
        Set<String> parties = new LinkedHashSet<>();
        for (JsonNode entry : chain.path("entries")) {
            if (entry.hasNonNull("party")) {
                parties.add(entry.path("party").asText());
            }
        }
        return parties;
    }

    public String json() {
        return content.toPrettyString();
    }

    /** The id of the bill whose record it claims to be. */
    public String billId() {
        return content.path("chain").path("billId").asText();
    }

    /**
     * What the record proves with these keys. Only seals count, oldest first: what is written beside them is the
     * register's word.
     */
    public ChainCheck.Result verify() {
        List<String> seals = new ArrayList<>();
        content.path("chain")
                .path("entries")
                .forEach(entry -> seals.add(entry.path("seal").asText()));
        PartyKeys keys = new PartyKeys();
        content.path("partyKeys").fields().forEachRemaining(each -> keys.add(each.getKey(), each.getValue()));
        return new ChainCheck(content.path("jwks").toString(), keys).verify(seals);
    }
}
