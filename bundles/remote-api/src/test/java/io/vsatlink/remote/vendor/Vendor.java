/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.vendor;

import io.vsatlink.testkit.http.RawServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A server on real sockets with five circuits and an access check. */
public final class Vendor implements AutoCloseable {
    public static final int CIRCUITS = 5;

    private final RawServer server;
    private final String scheme;

    public Vendor(Function<Heard, Reply> answers) {
        this(plain(), "http", answers);
    }

    public Vendor(ServerSocket socket, String scheme, Function<Heard, Reply> answers) {
        this.scheme = scheme;
        this.server = RawServer.start(socket, (request, out, connection) -> {
            Reply reply = answers.apply(Heard.of(request));
            return RawServer.send(
                    out, reply.status(), reply.headers(), reply.body().getBytes(StandardCharsets.UTF_8));
        });
    }

    private static ServerSocket plain() {
        try {
            return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public URI base() {
        return URI.create(scheme + "://localhost:" + server.port());
    }

    public List<Heard> heard() {
        return server.requests().stream().map(Heard::of).toList();
    }

    public List<Heard> heard(String path) {
        return heard().stream().filter(each -> each.path().equals(path)).toList();
    }

    /** A page of circuits, for authorised requests. */
    public static Reply page(Heard heard) {
        int size = Integer.parseInt(heard.query().getOrDefault("pageSize", "2"));
        int page = Integer.parseInt(heard.query().getOrDefault("page", "1"));
        String rows = IntStream.range((page - 1) * size, Math.min(page * size, CIRCUITS))
                .mapToObj(row -> "{\"circuitId\":\"c" + row + "\"}")
                .collect(Collectors.joining(","));
        // servers repeat the query as received, including a key
        String rest = heard.query().entrySet().stream()
                .filter(each -> !each.getKey().equals("page"))
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        String next = page * size < CIRCUITS ? "\"/circuits?" + rest + "&page=" + (page + 1) + "\"" : "null";
        return Reply.json("{\"items\":[" + rows + "],\"totalItems\":" + CIRCUITS + ",\"next\":" + next + "}");
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
