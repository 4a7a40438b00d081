package org.tegata.system.history.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.tegata.system.history.Act;
import org.tegata.system.history.Answer;
import org.tegata.system.history.Board;
import org.tegata.system.history.History;
import org.tegata.system.history.Seen;
import org.tegata.system.history.Statement;

/** A thousand transfers of one bill at once, over two instances. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OneWinnerIT {

    private static final int TRANSFERS = 1_000;
    private static final int OUTSIDERS = 50;
    private static final int ATTEMPTS = 20;

    private Cluster cluster;

    @BeforeAll
    void open() throws InterruptedException, IOException {
        cluster = new Cluster();
    }

    @AfterAll
    void close() {
        if (cluster != null) {
            cluster.close();
        }
    }

    @Test
    void shouldLetOneWinAndTellTheOthersWhoWasFirst() {
        var board = new Board(100);
        String bill = new BillPress(cluster, new History(System::nanoTime), board).press(0, true);
        var issued = board.latest(bill);
        var holders = transfers(issued, cluster.shipper(), TRANSFERS);
        var outsiders = transfers(issued, cluster.traders().get(1), OUTSIDERS);
        var all = new ArrayList<>(holders);
        all.addAll(outsiders);

        long began = System.nanoTime();
        var answers = atOnce(bill, all);
        System.out.printf("%d transfers of one bill in %.1f s%n", all.size(), (System.nanoTime() - began) / 1e9);

        var winners = answers.subList(0, TRANSFERS).stream()
                .filter(answer -> answer instanceof Answer.Done)
                .toList();
        assertThat(winners).hasSize(1);
        Seen won = ((Answer.Done) winners.get(0)).after();
        var expected = new Answer.Refused(
                Answer.HEAD_MOVED, new Answer.Moved(won.head(), won.version(), cluster.shipper(), "TRANSFER"));
        assertThat(answers.subList(0, TRANSFERS).stream()
                        .filter(answer -> !(answer instanceof Answer.Done))
                        .distinct())
                .containsExactly(expected);
        // Who wins may hand the bill to one of those who were outsiders; that one may know from then on.
        String recipient = String.valueOf(won.holder());
        if (!recipient.equals(cluster.traders().get(1))) {
            assertThat(answers.subList(TRANSFERS, all.size()).stream().distinct())
                    .containsExactly(new Answer.Refused(Answer.NOT_FOUND));
        }
        assertThat(((Answer.Sight) cluster.register().read(bill, cluster.shipper())).now())
                .isEqualTo(won);
    }

    private List<Statement> transfers(Seen issued, String actor, int count) {
        // Not to the outsider: it is to stay one.
        var recipients = cluster.traders().subList(2, cluster.traders().size());
        var transfers = new ArrayList<Statement>();
        for (int n = 0; n < count; n++) {
            transfers.add(new Statement(
                    actor.substring(actor.length() - 6) + "-" + n,
                    issued.head(),
                    Act.TRANSFER,
                    actor,
                    recipients.get(n % recipients.size())));
        }
        return transfers;
    }

    /** All are signed first and sent together; what is not settled is asked again. */
    private List<Answer> atOnce(String bill, List<Statement> statements) {
        var requests = statements.stream()
                .map(statement -> cluster.register().request(bill, statement, null))
                .toList();
        List<CompletableFuture<Answer>> sent = requests.stream().map(this::send).toList();
        var answers = new ArrayList<Answer>();
        for (int n = 0; n < statements.size(); n++) {
            Answer answer = sent.get(n).join();
            for (int attempt = 1; !answer.settles() && attempt < ATTEMPTS; attempt++) {
                answer = cluster.register().act(bill, statements.get(n));
            }
            answers.add(answer);
        }
        return answers;
    }

    private CompletableFuture<Answer> send(HttpRequest request) {
        return cluster.register()
                .http()
                .sendAsync(request, BodyHandlers.ofString())
                .thenApply(OneWinnerIT::answer)
                .exceptionally(lost -> new Answer.Unknown(lost.toString()));
    }

    private static Answer answer(HttpResponse<String> response) {
        try {
            return HttpRegister.answer("POST", response);
        } catch (IOException unreadable) {
            return new Answer.Unknown(unreadable.toString());
        }
    }
}
