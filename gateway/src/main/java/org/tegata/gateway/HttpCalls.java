package org.tegata.gateway;

import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Outgoing HTTP with what the plain client lacks: a bound on the answer's size and on the time for all of it. */
@Singleton
public class HttpCalls {

    private final HttpClient client;
    private final GatewayConfig.Calls config;

    HttpCalls(GatewayConfig config) {
        this.config = config.calls();
        this.client = HttpClient.newBuilder()
                // No upgrade to HTTP/2 on a POST: some peers take the upgrade headers amiss.
                .version(HttpClient.Version.HTTP_1_1)
                // A redirected envelope would reach somebody that nobody has registered.
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(config.calls().connectTimeout())
                .build();
    }

    /** What came back. */
    public record Answer(int status, String contentType, byte[] body) {}

    /** Sends with the default bound on the answer. */
    public Answer exchange(HttpRequest request) throws IOException {
        return exchange(request, config.maxAnswerBytes());
    }

    /** Sends; an answer that is too slow or larger than {@code maxBytes} is an IOException like a broken connection. */
    public Answer exchange(HttpRequest request, int maxBytes) throws IOException {
        var pending = client.sendAsync(request, info -> new BoundedBody(maxBytes));
        try {
            var response = pending.get(config.timeout().toMillis(), TimeUnit.MILLISECONDS);
            String type = response.headers().firstValue("Content-Type").orElse("");
            return new Answer(response.statusCode(), type, response.body());
        } catch (TimeoutException slow) {
            pending.cancel(true);
            throw new IOException("no complete answer within " + config.timeout(), slow);
        } catch (ExecutionException failed) {
            throw new IOException(String.valueOf(failed.getCause()), failed.getCause());
        } catch (InterruptedException stopping) {
            pending.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException("stopped while waiting for an answer", stopping);
        }
    }

    private static final class BoundedBody implements HttpResponse.BodySubscriber<byte[]> {

        private final int maxBytes;
        private final CompletableFuture<byte[]> body = new CompletableFuture<>();
        private final ByteArrayOutputStream received = new ByteArrayOutputStream();
        private Flow.@Nullable Subscription subscription;

        BoundedBody(int maxBytes) {
            this.maxBytes = maxBytes;
        }

        @Override
        public CompletionStage<byte[]> getBody() {
            return body;
        }

        @Override
        public void onSubscribe(Flow.Subscription given) {
            subscription = given;
            given.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(List<ByteBuffer> buffers) {
            for (ByteBuffer buffer : buffers) {
                if (received.size() + buffer.remaining() > maxBytes) {
                    if (subscription != null) {
                        subscription.cancel();
                    }
                    body.completeExceptionally(new IOException("the answer is larger than " + maxBytes + " bytes"));
                    return;
                }
                byte[] chunk = new byte[buffer.remaining()];
                buffer.get(chunk);
                received.writeBytes(chunk);
            }
        }

        @Override
        public void onError(Throwable failure) {
            body.completeExceptionally(failure);
        }

        @Override
        public void onComplete() {
            body.complete(received.toByteArray());
        }
    }
}
