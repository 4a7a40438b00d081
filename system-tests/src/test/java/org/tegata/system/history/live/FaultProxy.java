package org.tegata.system.history.live;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Stands between a service and PostgreSQL and forwards bytes, until it is told to spoil the next statement that carries
 * a signed act. It knows such a statement by the JWS in it.
 */
final class FaultProxy implements Closeable {

    private static final byte[] START_OF_A_JWS = {'e', 'y', 'J'};
    private static final int BUFFER = 64 * 1024;
    private static final int DELAY_MS = 700;

    /** What happens to the statement. */
    enum Spoil {
        /** The connection is cut, and PostgreSQL never sees the statement. */
        CUT_BEFORE_FORWARDING,
        /** The connection is cut as soon as the statement is forwarded. */
        CUT_AFTER_FORWARDING,
        /** PostgreSQL has executed and committed the statement; its answer is dropped and the connection cut. */
        CUT_INSTEAD_OF_ANSWER,
        /** The statement arrives late. */
        DELAY
    }

    private final ServerSocket server;
    private final AtomicInteger target = new AtomicInteger();
    private final AtomicReference<Spoil> armed = new AtomicReference<>();
    private final AtomicInteger spoilt = new AtomicInteger();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    FaultProxy() {
        try {
            server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        daemon(this::accept, "fault-proxy");
    }

    int port() {
        return server.getLocalPort();
    }

    void forwardTo(int port) {
        target.set(port);
    }

    void spoilNext(Spoil how) {
        armed.set(how);
    }

    /** How many statements were spoilt. */
    int spoilt() {
        return spoilt.get();
    }

    @Override
    public void close() throws IOException {
        server.close();
        open.forEach(FaultProxy::shut);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                @SuppressWarnings("resource")
                var service = server.accept();
                daemon(() -> connect(service), "fault-proxy-connection");
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void connect(Socket service) {
        try {
            @SuppressWarnings("resource")
            var database = new Socket(InetAddress.getLoopbackAddress(), target.get());
            var connection = new Connection(service, database);
            service.setTcpNoDelay(true);
            database.setTcpNoDelay(true);
            open.add(service);
            open.add(database);
            daemon(connection::back, "fault-proxy-back");
            connection.forth();
        } catch (IOException databaseAway) {
            shut(service);
        }
    }

    private final class Connection {
        private final Socket service;
        private final Socket database;
        private volatile boolean answersAreDropped;

        Connection(Socket service, Socket database) {
            this.service = service;
            this.database = database;
        }

        void forth() {
            try (InputStream in = service.getInputStream();
                    OutputStream out = database.getOutputStream()) {
                byte[] buffer = new byte[BUFFER];
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    var spoil = carriesAct(buffer, n) ? armed.getAndSet(null) : null;
                    if (spoil != null) {
                        spoilt.incrementAndGet();
                    }
                    if (spoil == Spoil.CUT_BEFORE_FORWARDING) {
                        break;
                    }
                    if (spoil == Spoil.DELAY) {
                        Thread.sleep(DELAY_MS);
                    }
                    answersAreDropped |= spoil == Spoil.CUT_INSTEAD_OF_ANSWER || spoil == Spoil.CUT_AFTER_FORWARDING;
                    out.write(buffer, 0, n);
                    out.flush();
                    if (spoil == Spoil.CUT_AFTER_FORWARDING) {
                        break;
                    }
                }
            } catch (IOException cut) {
                // as the other side did
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                cut();
            }
        }

        void back() {
            try (InputStream in = database.getInputStream();
                    OutputStream out = service.getOutputStream()) {
                byte[] buffer = new byte[BUFFER];
                for (int n = in.read(buffer); n >= 0 && !answersAreDropped; n = in.read(buffer)) {
                    out.write(buffer, 0, n);
                    out.flush();
                }
            } catch (IOException cut) {
                // as the other side did
            } finally {
                cut();
            }
        }

        private void cut() {
            shut(service);
            shut(database);
            open.remove(service);
            open.remove(database);
        }
    }

    private static boolean carriesAct(byte[] buffer, int length) {
        for (int n = 0; n + 2 < length; n++) {
            if (buffer[n] == START_OF_A_JWS[0]
                    && buffer[n + 1] == START_OF_A_JWS[1]
                    && buffer[n + 2] == START_OF_A_JWS[2]) {
                return true;
            }
        }
        return false;
    }

    private static void shut(Socket socket) {
        try {
            socket.close();
        } catch (IOException alreadyGone) {
            // what was wanted
        }
    }

    private static void daemon(Runnable work, String name) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }
}
