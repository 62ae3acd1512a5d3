/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.wire;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Accepts connections until it is closed, without a limit. Each occupies a thread while it is served. */
public final class SocketServer implements AutoCloseable {
    private static final int BACKLOG = 512;
    private static final int IDLE_MILLIS = 30_000;

    private final ServerSocket socket;
    private final Site site;
    private final ExecutorService pool = Executors.newCachedThreadPool(daemons());
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();

    private SocketServer(ServerSocket socket, Site site) {
        this.socket = socket;
        this.site = site;
    }

    /** @param socket an unbound socket; plain or TLS */
    public static SocketServer start(ServerSocket socket, InetSocketAddress address, Site site) throws IOException {
        socket.bind(address, BACKLOG);
        SocketServer server = new SocketServer(socket, site);
        // not a daemon, unlike the other threads: the program runs as long as the socket is open
        new Thread(server::accept, "door").start();
        return server;
    }

    public int port() {
        return socket.getLocalPort();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                // otherwise the kernel delays the last small packet of an answer by 40 ms
                client.setTcpNoDelay(true);
                client.setSoTimeout(IDLE_MILLIS);
                Connection connection = new Connection(this, site, client);
                connections.add(connection);
                pool.execute(connection);
            } catch (IOException | RejectedExecutionException e) {
                if (!socket.isClosed()) {
                    System.err.println("simulator: a connection was not accepted: " + e);
                }
            }
        }
    }

    /** Schedules a run on the pool with the JDK's own timer. No thread is occupied until then. */
    void later(Connection connection, long millis) {
        CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS, pool).execute(connection);
    }

    void drop(Connection connection) {
        connections.remove(connection);
        connection.close();
    }

    private static ThreadFactory daemons() {
        AtomicInteger number = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, "vendor-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            System.err.println("simulator: the port did not close: " + e.getMessage());
        }
        pool.shutdownNow();
        connections.forEach(this::drop);
    }
}
