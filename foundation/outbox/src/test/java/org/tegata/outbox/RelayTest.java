package org.tegata.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.agroal.api.AgroalDataSource;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A relay that has died is noticed by nobody, so it outlives even what is no exception. */
class RelayTest {

    @Test
    void shouldComeAgainAfterAnError() {
        var attempts = new AtomicInteger();
        var broken = (AgroalDataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {AgroalDataSource.class}, (proxy, method, arguments) -> {
                    attempts.incrementAndGet();
                    throw new NoClassDefFoundError("half an upgrade");
                });
        var relay = new Relay(broken, null, null);

        assertThatCode(relay::turn).doesNotThrowAnyException();
        assertThatCode(relay::turn).doesNotThrowAnyException();

        assertThat(attempts).hasValue(2);
    }
}
