package org.tegata.bench.title;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.tegata.bench.measure.Distribution;
import org.tegata.bench.measure.Turns;
import org.tegata.seal.Keys;
import org.tegata.seal.SealRejected;
import org.tegata.seal.Sealer;
import org.tegata.seal.VerificationKey;

/** In a JVM of its own, as a provider is chosen once: ES256 signatures over statements, verified and made. */
final class SignatureChild {
    private static final String TYPE = "act+jws";
    private static final int DIFFERENT = 64;
    private static final int ROUNDS = 5;

    private SignatureChild() {}

    /** Prints CPU microseconds of a verification and of a signature; {@code seconds} for each of them. */
    public static void main(String[] args) {
        double seconds = Double.parseDouble(args[0]);
        Sealer sealer = Sealer.fromJwk(Keys.newEcKeyJwk());
        VerificationKey key = VerificationKey.fromJwk(sealer.publicJwk());
        byte[] statement = statement();
        List<String> signed = new ArrayList<>();
        for (int i = 0; i < DIFFERENT; i++) {
            signed.add(sealer.seal(TYPE, statement));
        }
        double verify = micros(() -> signed.forEach(jws -> verify(key, jws)), seconds);
        double sign = micros(
                () -> {
                    for (int i = 0; i < DIFFERENT; i++) {
                        sealer.seal(TYPE, statement);
                    }
                },
                seconds);
        System.out.printf(Locale.ROOT, "micros %.2f %.2f%n", verify, sign);
    }

    private static void verify(VerificationKey key, String jws) {
        try {
            key.verify(jws, TYPE);
        } catch (SealRejected impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Half of the time to get warm; then the median of some rounds. */
    private static double micros(Runnable work, double seconds) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos((long) (500 * seconds));
        int times = 0;
        while (System.nanoTime() < end) {
            work.run();
            times++;
        }
        double[] rounds = new double[ROUNDS];
        int each = Math.max(1, times / ROUNDS);
        for (int i = 0; i < ROUNDS; i++) {
            rounds[i] = Turns.cpuMillis(work, each) * 1e3 / each / DIFFERENT;
        }
        return new Distribution(rounds).median();
    }

    private static byte[] statement() {
        String json = "{\"billId\":\"" + Clones.id(1) + "\",\"head\":\"" + Clones.sha256("head")
                + "\",\"act\":\"TRANSFER\",\"actor\":\"GLEIF:TGTASHIPPER000000139\",\"signedAt\":"
                + "\"2026-11-21T10:00:00.000Z\",\"recipient\":{\"party\":\"GLEIF:TGTABENCH00000000000\","
                + "\"partyName\":\"Bench Trading\"}}";
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
