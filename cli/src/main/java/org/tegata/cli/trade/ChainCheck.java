package org.tegata.cli.trade;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.tegata.seal.SealRejected;
import org.tegata.seal.SealVerifier;
import org.tegata.seal.TrustedKeys;

/**
 * Verifies what a platform says about a bill as an outsider would: each seal against the platform's published keys,
 * each entry linked to the one before by the SHA-256 of its seal.
 */
final class ChainCheck {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final SealVerifier verifier;

    ChainCheck(String publishedJwks) {
        this.verifier = new SealVerifier(TrustedKeys.fromJwks(publishedJwks));
    }

    /** What the chain proves, or why it proves nothing. */
    record Result(boolean sound, String reason, List<String> acts) {
        Result {
            acts = List.copyOf(acts);
        }
    }

    /** Seals in their order, oldest first. */
    Result verify(List<String> seals) {
        List<String> acts = new ArrayList<>();
        String previous = "";
        for (String seal : seals) {
            JsonNode entry;
            try {
                entry = JSON.readTree(verifier.verify(seal));
            } catch (SealRejected | IOException e) {
                return new Result(false, "seal " + (acts.size() + 1) + ": " + e.getMessage(), acts);
            }
            if (!entry.path("previous").asText("").equals(previous)) {
                return new Result(false, "entry " + (acts.size() + 1) + " does not follow the one before", acts);
            }
            acts.add(entry.path("act").asText());
            previous = Stage.sha256Hex(seal.getBytes(StandardCharsets.US_ASCII));
        }
        return new Result(!acts.isEmpty(), acts.isEmpty() ? "the chain is empty" : "", acts);
    }

    /** The payload of one seal as JSON, if a published key made the seal. */
    JsonNode payload(String seal) {
        try {
            return JSON.readTree(verifier.verify(seal));
        } catch (SealRejected | IOException e) {
            return JSON.missingNode();
        }
    }
}
