package org.tegata.bl.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tegata.access.PartyId;
import org.tegata.bl.domain.PartyKey;
import org.tegata.embedded.InfraTestResource;
import org.tegata.seal.Keys;
import org.tegata.seal.Sealer;

/** Keys as two instances of the register see them over one database: what is revoked brings no other key. */
@QuarkusTest
@WithTestResource(InfraTestResource.class)
class SqlPartyKeysIT {

    private static final PartyId PARTY = PartyId.ofLei("TGTASHIPPER000000139");

    @Inject
    DataSource database;

    private final PartyKey key = key();
    private SqlPartyKeys here;
    private SqlPartyKeys elsewhere;

    @BeforeEach
    void twoInstances() {
        here = new SqlPartyKeys(new Rows(database));
        elsewhere = new SqlPartyKeys(new Rows(database));
        assertThat(here.add(key)).isTrue();
    }

    private static PartyKey key() {
        var sealer = Sealer.fromJwk(Keys.newEcKeyJwk());
        var now = Trade.now();
        return new PartyKey(
                PARTY,
                sealer.keyId(),
                sealer.publicJwk(),
                now.minusSeconds(60),
                now.plusSeconds(3600),
                null,
                null,
                null);
    }

    @Test
    void shouldAddAKeyOnTheWordOfOneInForceOnly() {
        var next = key();
        assertThat(here.add(next, key.keyId(), key.notBefore().minusMillis(1))).isFalse();
        assertThat(here.add(next, key.keyId(), key.notAfter())).isFalse();
        assertThat(here.add(next, "unknown", Trade.now())).isFalse();
        assertThat(here.add(next, key.keyId(), Trade.now())).isTrue();
        assertThat(here.add(next, key.keyId(), Trade.now())).as("there already").isFalse();
        assertThat(here.find(PARTY, next.keyId())).contains(next);
    }

    @Test
    void shouldAddNoKeyOnTheWordOfOneThatAnotherInstanceHasRevoked() {
        assertThat(here.remembered(PARTY, key.keyId())).isPresent();
        assertThat(elsewhere.revoke(PARTY, key.keyId(), Trade.now(), "stolen")).isTrue();

        var thiefs = key();
        assertThat(here.add(thiefs, key.keyId(), Trade.now())).isFalse();
        assertThat(here.find(PARTY, thiefs.keyId())).isEmpty();
    }

    /** A reader that saw the key before it was revoked, and comes to remember it only afterwards. */
    @Test
    void shouldNotRememberAKeyAsItWasBeforeItWasRevoked() throws Exception {
        var read = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var racing = new SqlPartyKeys(new Rows(database) {
            @Override
            <T> List<T> select(String sql, Reading<T> reading, Object... values) {
                var rows = super.select(sql, reading, values);
                read.countDown();
                await().atMost(Duration.ofSeconds(10)).until(() -> goOn.getCount() == 0);
                return rows;
            }
        });
        var reader = CompletableFuture.runAsync(() -> racing.remembered(PARTY, key.keyId()));
        read.await();
        var revoking = new Thread(() -> racing.revoke(PARTY, key.keyId(), Trade.now(), "stolen"));
        revoking.start();
        await().atMost(Duration.ofSeconds(10))
                .until(() -> elsewhere.find(PARTY, key.keyId()).orElseThrow().revocation() != null);
        await().atMost(Duration.ofSeconds(10))
                .until(() -> revoking.getState() == Thread.State.TERMINATED
                        || revoking.getState() == Thread.State.BLOCKED
                        || revoking.getState() == Thread.State.WAITING);
        goOn.countDown();
        reader.get();
        revoking.join();

        assertThat(racing.remembered(PARTY, key.keyId()).orElseThrow().revocation())
                .isNotNull();
    }
}
