package org.tegata.gateway.outbound;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.tegata.gateway.HttpCalls;
import org.tegata.gateway.partner.Directory;
import org.tegata.gateway.pint.PintJson;
import org.tegata.gateway.pint.ResponseCode;
import org.tegata.gateway.pint.SignedAnswer;
import org.tegata.gateway.pint.StartedResponse;
import org.tegata.gateway.pint.UnreadableMessage;

/** Plays one whole transfer against a partner's PINT API: envelope, document, finish. */
@Singleton
class PartnerClient {

    /** The codes that end a transfer; INCD and MDOC only ask for a document again. */
    private static final Set<ResponseCode> DECISIVE =
            Set.of(ResponseCode.RECE, ResponseCode.DUPE, ResponseCode.BSIG, ResponseCode.BENV, ResponseCode.DISE);

    private static final int MAX_DOCUMENT_ROUNDS = 3;

    private final HttpCalls calls;

    PartnerClient(HttpCalls calls) {
        this.calls = calls;
    }

    /** Returns the answer that decides; whatever else happens is {@link NoSignedAnswer}. */
    SignedAnswer transfer(Directory.Partner partner, PreparedEnvelope prepared) throws NoSignedAnswer {
        var session = new Session(partner, prepared);
        var answer = session.send("POST", "/v3/envelopes", prepared.bytes());
        // A signed word counts whatever the status; only an unsigned 201 begins the exchange of documents.
        if (answer.status() != 201 || isText(answer)) {
            return session.decisive(answer);
        }
        var started = session.started(answer);
        var missing = started.missingAdditionalDocumentChecksums();
        String base = "/v3/envelopes/" + encoded(started.envelopeReference());
        for (int round = 0; round < MAX_DOCUMENT_ROUNDS; round++) {
            for (String checksum : missing) {
                var put = session.send("PUT", base + "/additional-documents/" + checksum, session.document(checksum));
                if (put.status() != 204) {
                    return session.decisive(put);
                }
            }
            var finished = session.signed(session.send("PUT", base + "/finish-transfer", new byte[0]));
            if (finished.response().responseCode() != ResponseCode.MDOC) {
                return requireDecisive(finished);
            }
            missing = finished.response().missingAdditionalDocumentChecksums() == null
                    ? List.of()
                    : finished.response().missingAdditionalDocumentChecksums();
        }
        throw new NoSignedAnswer("the partner keeps missing documents that it confirmed");
    }

    private static SignedAnswer requireDecisive(SignedAnswer answer) throws NoSignedAnswer {
        if (!DECISIVE.contains(answer.response().responseCode())) {
            throw new NoSignedAnswer("the partner signed %s: %s"
                    .formatted(
                            answer.response().responseCode(), answer.response().reason()));
        }
        return answer;
    }

    private static boolean isText(HttpCalls.Answer answer) {
        return answer.body().length > 0 && answer.body()[0] == '"';
    }

    private static String encoded(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** One attempt at one partner. */
    private final class Session {

        private final Directory.Partner partner;
        private final PreparedEnvelope prepared;

        Session(Directory.Partner partner, PreparedEnvelope prepared) {
            this.partner = partner;
            this.prepared = prepared;
        }

        HttpCalls.Answer send(String method, String path, byte[] body) throws NoSignedAnswer {
            var request = HttpRequest.newBuilder(URI.create(partner.baseUrl() + path))
                    .header("API-Version", "3")
                    .header("Accept", "application/json")
                    .method(method, BodyPublishers.ofByteArray(body));
            if (body.length > 0) {
                request.header("Content-Type", "application/json");
            }
            try {
                return calls.exchange(request.build());
            } catch (IOException cut) {
                throw new NoSignedAnswer("%s %s: %s".formatted(method, path, cut.getMessage()));
            }
        }

        SignedAnswer decisive(HttpCalls.Answer answer) throws NoSignedAnswer {
            return requireDecisive(signed(answer));
        }

        /** The status is not looked at: it is not covered by the signature. */
        SignedAnswer signed(HttpCalls.Answer answer) throws NoSignedAnswer {
            try {
                return SignedAnswer.read(
                        answer.body(), partner.verifier(), prepared.envelope().lastEntryChecksum());
            } catch (SignedAnswer.NotAnAnswer unsigned) {
                throw new NoSignedAnswer("HTTP %d, %s".formatted(answer.status(), unsigned.getMessage()));
            }
        }

        StartedResponse started(HttpCalls.Answer answer) throws NoSignedAnswer {
            StartedResponse started;
            try {
                started = StartedResponse.read(answer.body());
            } catch (UnreadableMessage unreadable) {
                throw new NoSignedAnswer("HTTP 201 that cannot be read: " + unreadable.getMessage());
            }
            if (!started.lastEnvelopeTransferChainEntrySignedContentChecksum()
                    .equals(prepared.envelope().lastEntryChecksum())) {
                throw new NoSignedAnswer("HTTP 201 about another envelope");
            }
            return started;
        }

        byte[] document(String checksum) throws NoSignedAnswer {
            byte[] visualisation = prepared.visualisation();
            if (visualisation == null || !checksum.equals(prepared.visualisationChecksum())) {
                throw new NoSignedAnswer("the partner asks for a document that the manifest does not declare");
            }
            String base64 = Base64.getEncoder().encodeToString(visualisation);
            return PintJson.quoted(base64).getBytes(StandardCharsets.US_ASCII);
        }
    }
}
