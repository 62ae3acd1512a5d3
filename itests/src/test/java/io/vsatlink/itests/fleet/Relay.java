/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.fleet;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * The network between one client and a server of this machine. While it is cut, nothing goes through and nobody is told: connections
 * stay as they are, and what was sent arrives when it is mended, if both sides still wait.
 */
final class Relay implements AutoCloseable {
    private final ServerSocket listening = new ServerSocket();
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "relay");
        thread.setDaemon(true);
        return thread;
    });
    private final Consumer<String> sent;
    private volatile int target;
    private boolean cut;

    /**
     * @param address of loopback, where it listens
     * @param port 0 for any
     * @param sent is given the beginning of each portion that the client sends
     */
    Relay(String address, int port, int target, Consumer<String> sent) throws IOException {
        this.target = target;
        this.sent = sent;
        listening.bind(new InetSocketAddress(address, port));
        threads.execute(this::listen);
    }

    int port() {
        return listening.getLocalPort();
    }

    /** New connections go to another server. Those to the former one end when it does. */
    void to(int port) {
        target = port;
    }

    synchronized void cut() {
        cut = true;
    }

    synchronized void mend() {
        cut = false;
        notifyAll();
    }

    private synchronized void awaitWhole() throws InterruptedException {
        while (cut) {
            wait();
        }
    }

    private void listen() {
        try {
            while (true) {
                Socket client = listening.accept();
                threads.execute(() -> connect(client));
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void connect(Socket client) {
        try {
            awaitWhole();
            Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            threads.execute(() -> pump(server, client, none -> {}));
            pump(client, server, sent);
        } catch (IOException e) {
            closeQuietly(client);
        } catch (InterruptedException e) {
            closeQuietly(client);
            Thread.currentThread().interrupt();
        }
    }

    private void pump(Socket from, Socket to, Consumer<String> listener) {
        byte[] buffer = new byte[16_384];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                awaitWhole();
                listener.accept(new String(buffer, 0, Math.min(read, 200), StandardCharsets.ISO_8859_1));
                out.write(buffer, 0, read);
            }
            awaitWhole();
        } catch (IOException e) {
            // one side has ended
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            closeQuietly(from);
            closeQuietly(to);
        }
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // it is of no more use anyway
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        threads.shutdownNow();
    }
}
