package org.tegata.cli.trade;

import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.tegata.cli.api.Api;
import org.tegata.cli.api.Call;
import org.tegata.cli.api.Reply;
import org.tegata.cli.platform.Platform;
import org.tegata.cli.platform.SampleParty;
import org.tegata.cli.platform.Service;

/** What all steps share: the platforms, the papers, the story, and how a party makes a call. */
final class Stage {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    final Platform platform;
    final TradeDocuments papers;
    final Story story;
    private final String run;
    private final Api api = new Api(PATIENCE);

    Stage(Platform platform, TradeDocuments papers, Story story, String run) {
        this.platform = platform;
        this.papers = papers;
        this.story = story;
        this.run = run;
    }

    Reply get(SampleParty who, Service service, String path) {
        return get(who, service, path, "application/json");
    }

    Reply get(SampleParty who, Service service, String path, String mediaType) {
        return api.get(uri(service, path))
                .bearer(platform.token(who))
                .accept(mediaType)
                .send();
    }

    /** Without a token, as the public and partners call. */
    Reply getOpen(Service service, String path) {
        return api.get(uri(service, path)).send();
    }

    Call putOpen(Service service, String path) {
        return api.put(uri(service, path));
    }

    Call postOpen(Service service, String path) {
        return api.post(uri(service, path));
    }

    /** An act. Its name within this trade is its idempotency key: called again, the step does nothing twice. */
    Call post(SampleParty who, Service service, String path, String act) {
        return api.post(uri(service, path))
                .bearer(platform.token(who))
                .accept("application/json")
                .idempotencyKey(run + "-" + act);
    }

    /** The same act in every trade of this platform. */
    Call postOnce(SampleParty who, Service service, String path, String act) {
        return post(who, service, path, act).idempotencyKey("every-trade-" + act);
    }

    /** Asks again until the answer fits or the patience ends; the last answer is returned either way. */
    Reply eventually(Supplier<Reply> question, Predicate<Reply> fits) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Reply reply = question.get();
        while (!fits.test(reply) && System.nanoTime() < deadline) {
            pause();
            reply = question.get();
        }
        return reply;
    }

    static void pause() {
        try {
            Thread.sleep(150);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TradeStopped("interrupted");
        }
    }

    /** Whether the header of RFC 9530 names the SHA-256 of the bytes that came with it. */
    static boolean digestHeaderFits(Reply reply) {
        String expected = "sha-256=:" + Base64.getEncoder().encodeToString(sha256(reply.bytes())) + ":";
        return reply.header("Repr-Digest").equals(expected);
    }

    static String sha256Hex(byte[] bytes) {
        return HexFormat.of().formatHex(sha256(bytes));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private URI uri(Service service, String path) {
        return platform.url(service).resolve(path);
    }
}
