package org.tegata.cli.api;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * Sends calls and repeats them, unchanged, while the service is away (no connection, or 503): with the same
 * Idempotency-Key a repeat cannot act twice, so nobody has to know whether the first attempt arrived.
 */
public final class Api {
    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(30);
    private static final int UNAVAILABLE = 503;

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(3))
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final Duration patience;

    /** How long a service may be away before a call fails. */
    public Api(Duration patience) {
        this.patience = patience;
    }

    public Call get(URI uri) {
        return new Call(this, "GET", uri);
    }

    public Call post(URI uri) {
        return new Call(this, "POST", uri);
    }

    public Call put(URI uri) {
        return new Call(this, "PUT", uri);
    }

    Reply send(HttpRequest.Builder builder) {
        HttpRequest request = builder.timeout(REQUEST_TIMEOUT).build();
        long deadline = System.nanoTime() + patience.toNanos();
        long pauseMs = 100;
        int attempts = 0;
        while (true) {
            attempts++;
            String trouble;
            try {
                HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
                if (response.statusCode() != UNAVAILABLE || System.nanoTime() > deadline) {
                    return new Reply(request, response, attempts);
                }
                trouble = "503";
            } catch (IOException e) {
                trouble = e.toString();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new ServiceAway(request, "interrupted");
            }
            if (System.nanoTime() > deadline) {
                throw new ServiceAway(request, trouble);
            }
            pause(request, pauseMs);
            pauseMs = Math.min(pauseMs * 2, 1_000);
        }
    }

    private static void pause(HttpRequest request, long ms) {
        try {
            Thread.sleep(ms);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServiceAway(request, "interrupted");
        }
    }
}
