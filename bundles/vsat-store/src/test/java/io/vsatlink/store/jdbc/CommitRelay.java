/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A relay to a PostgreSQL server that loses one connection in its commit. It understands the messages of the client: a byte for the
 * type, four for the length, the content.
 */
final class CommitRelay implements AutoCloseable {

    /** When the connection is lost. */
    enum Cut {
        /** The server never gets the commit. */
        BEFORE,
        /** The server has committed; the client does not get its answer. */
        AFTER,
        /** The client is told that the connection is lost; the server gets the commit later. */
        LATE
    }

    private record Plan(Cut cut, String statement) {}

    private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicReference<Plan> plan = new AtomicReference<>();
    private final int serverPort;
    private volatile CountDownLatch late = new CountDownLatch(1);

    CommitRelay(int serverPort) throws IOException {
        this.serverPort = serverPort;
        threads.execute(this::listen);
    }

    int port() {
        return listening.getLocalPort();
    }

    /** Loses the next connection that sends this statement, in the commit after it. */
    void cut(Cut cut, String statement) {
        late = new CountDownLatch(1);
        plan.set(new Plan(cut, statement));
    }

    /** Whether the connection to lose has not been lost yet. */
    boolean waits() {
        return plan.get() != null;
    }

    /** Sends the late commit. */
    void release() {
        late.countDown();
    }

    private void listen() {
        try {
            while (true) {
                Socket client = listening.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
                client.setTcpNoDelay(true);
                server.setTcpNoDelay(true);
                Answers answers = new Answers(client, server);
                threads.execute(answers::relay);
                threads.execute(() -> requests(client, server, answers));
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void requests(Socket client, Socket server, Answers answers) {
        try (client;
                server) {
            DataInputStream in = new DataInputStream(client.getInputStream());
            OutputStream out = server.getOutputStream();
            int length = in.readInt();
            out.write(message(-1, length, in));
            boolean marked = false;
            while (true) {
                int type = in.readUnsignedByte();
                byte[] message = message(type, in.readInt(), in);
                String text = type == 'P' || type == 'Q' ? new String(message, StandardCharsets.UTF_8) : "";
                Plan now = plan.get();
                marked |= now != null && text.contains(now.statement());
                if (marked && text.contains("COMMIT") && plan.compareAndSet(now, null)) {
                    lose(now.cut(), message, in, client, out, answers);
                    return;
                }
                out.write(message);
            }
        } catch (IOException | InterruptedException e) {
            // one side has ended
        }
    }

    private void lose(Cut cut, byte[] commit, DataInputStream in, Socket client, OutputStream out, Answers answers)
            throws IOException, InterruptedException {
        if (cut == Cut.BEFORE) {
            return;
        }
        answers.deaf = true;
        ByteBuffer all = ByteBuffer.allocate(10_000).put(commit);
        int type = 0;
        while (type != 'S') {
            type = in.readUnsignedByte();
            all.put(message(type, in.readInt(), in));
        }
        if (cut == Cut.LATE) {
            client.close();
            late.await();
        }
        out.write(all.array(), 0, all.position());
        answers.committed.await();
    }

    private static byte[] message(int type, int length, DataInputStream in) throws IOException {
        ByteBuffer message = ByteBuffer.allocate(length + 1);
        if (type >= 0) {
            message.put((byte) type);
        }
        message.putInt(length).put(in.readNBytes(length - 4));
        byte[] bytes = new byte[message.position()];
        message.flip().get(bytes);
        return bytes;
    }

    /** What the server says. */
    private static final class Answers {
        final CountDownLatch committed = new CountDownLatch(1);
        volatile boolean deaf;
        private final Socket client;
        private final Socket server;

        Answers(Socket client, Socket server) {
            this.client = client;
            this.server = server;
        }

        void relay() {
            byte[] buffer = new byte[8192];
            StringBuilder swallowed = new StringBuilder();
            try (client;
                    server) {
                InputStream in = server.getInputStream();
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    if (deaf) {
                        swallowed.append(new String(buffer, 0, read, StandardCharsets.ISO_8859_1));
                        if (swallowed.indexOf("COMMIT\0") >= 0) {
                            committed.countDown();
                        }
                    } else {
                        client.getOutputStream().write(buffer, 0, read);
                    }
                }
            } catch (IOException e) {
                // one side has ended
            } finally {
                committed.countDown();
            }
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        threads.shutdownNow();
    }
}
