package org.tegata.bench.title;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.tegata.bench.measure.HttpConnection;
import org.tegata.seal.Sealer;

/**
 * Somebody who acts on bills with a key of its own.
 *
 * @param authorization the header with its token, line end included
 */
record Actor(String party, String name, Sealer key, String authorization) {

    /** The request for an act, signed: its statement names the head that it builds on. */
    byte[] request(String bill, String head, String act, @Nullable Actor recipient) {
        return post(bill, key.seal("act+jws", bytes(statement(bill, head, act, recipient, ""))));
    }

    /** The statement of the carrier that issues a bill. */
    byte[] issue(String bill, String head, String manifest) {
        String signed = key.seal(manifest);
        String statement =
                statement(bill, head, "ISSUE", null, ",\"issuanceManifestSignedContent\":\"" + signed + "\"");
        return post(bill, key.seal("act+jws", bytes(statement)));
    }

    private String statement(String bill, String head, String act, @Nullable Actor recipient, String more) {
        StringBuilder json = new StringBuilder(512)
                .append("{\"billId\":\"")
                .append(bill)
                .append("\",\"head\":\"")
                .append(head)
                .append("\",\"act\":\"")
                .append(act)
                .append("\",\"actor\":\"")
                .append(party)
                .append("\",\"signedAt\":\"")
                .append(Instant.now().truncatedTo(ChronoUnit.MILLIS))
                .append('"');
        if (recipient != null) {
            json.append(",\"recipient\":{\"party\":\"")
                    .append(recipient.party)
                    .append("\",\"partyName\":\"")
                    .append(recipient.name)
                    .append("\"}");
        }
        return json.append(more).append('}').toString();
    }

    private byte[] post(String bill, String jws) {
        long key = ThreadLocalRandom.current().nextLong(1_000_000_000_000_000_000L, Long.MAX_VALUE);
        return HttpConnection.request(
                "POST",
                "/bills/" + bill + "/acts",
                authorization + "Content-Type: application/jose\r\nIdempotency-Key: " + key + "\r\n",
                bytes(jws));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
