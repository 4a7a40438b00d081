package org.tegata.system.history.live;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.tegata.cli.platform.Folders;
import org.tegata.system.history.Act;
import org.tegata.system.history.Answer;
import org.tegata.system.history.Board;
import org.tegata.system.history.History;
import org.tegata.system.history.Standing;
import org.tegata.system.history.Statement;

/** Makes bills: drafts the sample document under a new number, issues it, and puts it on the board. */
final class BillPress {

    private static final String SAMPLE_NUMBER = "SOLU2026KOB00817";
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final long PAUSE_MS = 200;
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final Cluster cluster;
    private final History history;
    private final Board board;
    private final String xml;
    private final Map<String, Standing> drafts = new ConcurrentHashMap<>();

    BillPress(Cluster cluster, History history, Board board) {
        this.cluster = cluster;
        this.history = history;
        this.board = board;
        try {
            xml = Files.readString(Folders.checkout().resolve("examples/trade/bill-of-lading.xml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How each bill that was made began. */
    Map<String, Standing> drafts() {
        return drafts;
    }

    /** One more issued bill; its issue is in the history. */
    String press(int client, boolean hot) {
        var draft = draft("HIS" + NUMBERS.incrementAndGet());
        String bill = draft.path("id").asText();
        String head = draft.path("head").asText();
        String carrier = cluster.carrier().party();
        drafts.put(bill, Standing.draft(head, carrier, cluster.shipper()));
        String manifest = cluster.carrier()
                .key()
                .seal(draft.at("/issuance/issuanceManifest").toString());
        var issue = new Statement("issue-" + bill, head, Act.ISSUE, carrier, null);
        long latest = System.nanoTime() + PATIENCE.toNanos();
        Answer answer;
        do {
            answer = history.act(client, bill, issue, () -> cluster.register().act(bill, issue, manifest));
            pauseUnless(answer.settles());
        } while (!answer.settles() && System.nanoTime() < latest);
        if (!(answer instanceof Answer.Done done)) {
            throw new IllegalStateException("the bill was not issued: " + answer);
        }
        board.open(bill, done.after(), hot);
        return bill;
    }

    private JsonNode draft(String number) {
        String body = xml.replace(SAMPLE_NUMBER, number);
        long latest = System.nanoTime() + PATIENCE.toNanos();
        String last = "";
        while (System.nanoTime() < latest) {
            var request = cluster.register()
                    .to("/bills", cluster.carrier().party())
                    .header("Content-Type", "application/xml")
                    .header("Idempotency-Key", "draft-" + number)
                    .POST(BodyPublishers.ofString(body))
                    .build();
            try {
                var response = cluster.register().http().send(request, BodyHandlers.ofString());
                last = response.statusCode() + " " + response.body();
                if (response.statusCode() == 201) {
                    return Cluster.json(response.body());
                }
                if (response.statusCode() < 500) {
                    break;
                }
            } catch (IOException lost) {
                last = lost.toString();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
            pauseUnless(false);
        }
        throw new IllegalStateException("no draft: " + last);
    }

    private static void pauseUnless(boolean settled) {
        if (!settled) {
            try {
                Thread.sleep(PAUSE_MS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
