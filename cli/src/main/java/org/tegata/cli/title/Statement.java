package org.tegata.cli.title;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tegata.seal.Sealer;

/** What a party declares and signs in order to act on a bill (MLETR art. 9); it names the head that it builds on. */
public final class Statement {
    /** The JWS header {@code typ}, so that no other signature of a party passes for an act. */
    public static final String TYPE = "act+jws";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final Map<String, Object> members;

    private Statement(Map<String, Object> members) {
        this.members = members;
    }

    /** An act of the actor on the bill at that head (SHA-256 of the last seal, hex). */
    public static Statement of(String billId, String head, String act, String actor) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("billId", billId);
        members.put("head", head);
        members.put("act", act);
        members.put("actor", actor);
        return new Statement(members);
    }

    /** The same with one more member; unchanged when there is no value. */
    public Statement with(String member, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        Map<String, Object> more = new LinkedHashMap<>(members);
        more.put(member, value);
        return new Statement(more);
    }

    /** The same with whom it is transferred, pledged or endorsed to; without a platform the register's own is meant. */
    public Statement to(String party, @Nullable String partyName, @Nullable String eblPlatform) {
        Map<String, Object> recipient = new LinkedHashMap<>();
        recipient.put("party", party);
        if (partyName != null) {
            recipient.put("partyName", partyName);
        }
        if (eblPlatform != null) {
            recipient.put("eblPlatform", eblPlatform);
        }
        return with("recipient", recipient);
    }

    /** The statement as JSON, without a time of signature. */
    public String json() {
        try {
            return JSON.writeValueAsString(members);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** The JWS by that key over the statement, signed now. */
    public String signed(Sealer key) {
        return sign(with("signedAt", time(Instant.now())).json(), key);
    }

    /** The JWS by that key over a statement that is JSON already. */
    public static String sign(String json, Sealer key) {
        return key.seal(TYPE, json.getBytes(StandardCharsets.UTF_8));
    }

    /** As statements write a moment: UTC with milliseconds. */
    public static String time(Instant moment) {
        return MILLIS.format(moment);
    }
}
