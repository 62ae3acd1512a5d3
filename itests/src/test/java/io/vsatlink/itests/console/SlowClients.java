/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.console;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Many simultaneous clients that send byte by byte, or do not read the response. */
final class SlowClients implements AutoCloseable {
    private final List<RawHttp> clients = new ArrayList<>();
    private final ExecutorService hands = Executors.newCachedThreadPool();

    /** Each sends a body at one byte per half second. */
    static SlowClients sending(int port, int count, String path) throws IOException {
        SlowClients all = new SlowClients();
        for (int i = 0; i < count; i++) {
            RawHttp client = all.add(port);
            client.send("POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port
                    + "\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{");
        }
        all.hands.execute(all::drip);
        return all;
    }

    private void drip() {
        try {
            while (!hands.isShutdown()) {
                Thread.sleep(500);
                for (RawHttp client : clients) {
                    drip(client);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void drip(RawHttp client) {
        try {
            client.send(" ");
        } catch (IOException e) {
            // the host has closed the connection, as intended
        }
    }

    /** Each sends the same call repeatedly and reads nothing. */
    static SlowClients reading(int port, int count, String path, String cookie, int calls) throws IOException {
        SlowClients all = new SlowClients();
        String call = "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nCookie: " + cookie + "\r\n\r\n";
        for (int i = 0; i < count; i++) {
            RawHttp client = all.add(port);
            all.hands.execute(() -> ask(client, call.repeat(calls)));
        }
        return all;
    }

    private static void ask(RawHttp client, String calls) {
        try {
            client.send(calls);
        } catch (IOException e) {
            // the host has closed the connection, which is allowed
        }
    }

    private RawHttp add(int port) throws IOException {
        RawHttp client = new RawHttp(port);
        clients.add(client);
        return client;
    }

    @Override
    public void close() throws IOException, InterruptedException {
        hands.shutdownNow();
        for (RawHttp client : clients) {
            client.close();
        }
        hands.awaitTermination(30, TimeUnit.SECONDS);
    }
}
