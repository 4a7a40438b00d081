package org.tegata.bench.title;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.tegata.bench.measure.HttpConnection;
import org.tegata.cli.platform.SampleParty;
import org.tegata.cli.platform.SoloService;
import org.tegata.seal.Keys;
import org.tegata.seal.Sealer;

/** The parties of the run, registered with their keys; and the first bill, drafted and issued over HTTP. */
final class Trade {
    /** So many hands a bill passes through before it comes back to one that had it. */
    private static final int RING = 128;

    private static final String SAMPLE_NUMBER = "SOLU2026KOB00817";
    static final String NUMBER = "BENCH-FIRST";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final BigInteger CHECK_MODULUS = BigInteger.valueOf(97);

    private final SoloService solo;
    private final Actor carrier;
    private final Actor shipper;
    private final List<Actor> ring = new ArrayList<>();

    Trade(SoloService solo) {
        this.solo = solo;
        this.carrier = actor(SampleParty.CARRIER.id(), SampleParty.CARRIER.companyName(), " bills:issue");
        this.shipper = actor(SampleParty.SHIPPER.id(), SampleParty.SHIPPER.companyName(), "");
        for (int i = 0; i < RING; i++) {
            ring.add(actor("GLEIF:" + lei(String.format(Locale.ROOT, "TGTABENCH%09d", i)), "Bench Trading " + i, ""));
        }
    }

    private Actor actor(String party, String name, String moreScopes) {
        String token = solo.token("bench", party, "bills:read bills:write" + moreScopes);
        return new Actor(party, name, Sealer.fromJwk(Keys.newEcKeyJwk()), "Authorization: Bearer " + token + "\r\n");
    }

    /** With its two check digits (ISO 17442, by ISO/IEC 7064 MOD 97-10). */
    static String lei(String eighteen) {
        String digits = (eighteen + "00")
                .chars()
                .mapToObj(c -> String.valueOf(Character.digit(c, 36)))
                .collect(Collectors.joining());
        int rest = new BigInteger(digits).mod(CHECK_MODULUS).intValue();
        return eighteen + String.format(Locale.ROOT, "%02d", 98 - rest);
    }

    Actor carrier() {
        return carrier;
    }

    /** Who holds a bill after so many transfers: first the shipper, then the parties of the ring from that one on. */
    Actor holder(int transfers, int start) {
        return transfers == 0 ? shipper : ring.get((transfers - 1 + start) % RING);
    }

    /** Tells the register whom it deals with. */
    void register() throws IOException {
        String admin = "Authorization: Bearer "
                + solo.token("bench-admin", SampleParty.PLATFORM_A.id(), "registry:admin")
                + "\r\nContent-Type: application/json\r\n";
        try (HttpConnection connection = new HttpConnection(solo.port())) {
            List<Actor> everybody = new ArrayList<>(ring);
            everybody.add(carrier);
            everybody.add(shipper);
            for (Actor each : everybody) {
                String path = "/parties/" + each.party();
                call(connection, "PUT", path, admin, "{\"name\":\"" + each.name() + "\"}");
                String jwk =
                        JSON.readTree(each.key().publicJwks()).at("/keys/0").toString();
                call(connection, "POST", path + "/keys", admin, "{\"jwk\":" + jwk + "}");
            }
        }
    }

    /**
     * The first bill.
     *
     * @param document SHA-256 of its transport document
     */
    record Issued(String id, String document) {}

    /** Drafts it and issues it to the shipper. */
    Issued issue(Path home) throws IOException {
        String xml = Files.readString(home.resolve("examples/trade/bill-of-lading.xml"))
                .replace(SAMPLE_NUMBER, NUMBER);
        try (HttpConnection connection = new HttpConnection(solo.port())) {
            JsonNode draft = call(
                    connection,
                    "POST",
                    "/bills",
                    carrier.authorization() + "Content-Type: application/xml\r\nIdempotency-Key: first\r\n",
                    xml);
            String id = draft.path("id").asText();
            JsonNode view = call(connection, "GET", "/bills/" + id, carrier.authorization(), "");
            String manifest = draft.at("/issuance/issuanceManifest").toString();
            byte[] request = carrier.issue(id, view.path("head").asText(), manifest);
            require(connection, connection.exchange(request), "ISSUE");
            JsonNode issued = call(connection, "GET", "/bills/" + id, shipper.authorization(), "");
            return new Issued(id, issued.path("transportDocumentChecksum").asText());
        }
    }

    private static JsonNode call(HttpConnection connection, String method, String path, String headers, String body)
            throws IOException {
        byte[] request = HttpConnection.request(method, path, headers, body.getBytes(StandardCharsets.UTF_8));
        require(connection, connection.exchange(request), method + " " + path);
        return JSON.readTree(connection.body());
    }

    private static void require(HttpConnection connection, int status, String what) throws IOException {
        if (status >= 300) {
            throw new IOException(what + " was answered with " + status + ": " + connection.body());
        }
    }
}
