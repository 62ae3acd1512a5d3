/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.kit.kinds;

import io.vsatlink.kit.kinds.Kind.Circuit;
import io.vsatlink.kit.kinds.Kind.Part;
import io.vsatlink.testkit.http.RawServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

/** A vendor on a socket that lists its rows in one way, and may have trouble with one page. */
final class KindServer implements AutoCloseable {

    /** Which page is meant. */
    enum Where {
        FIRST,
        MIDDLE,
        LAST
    }

    /** What is done before the page is answered. */
    interface Before {
        void page(KindServer vendor);
    }

    final List<Circuit> rows = new CopyOnWriteArrayList<>();
    private final Kind kind;
    private final RawServer server = RawServer.start(this::answer);
    private final AtomicBoolean met = new AtomicBoolean();
    private Where where = Where.FIRST;
    private Trouble trouble;
    private boolean repeats;
    private Before before = vendor -> {};

    KindServer(Kind kind) {
        this.kind = kind;
        reset();
    }

    /** As it was at first: a connection costs more than a poll. */
    synchronized KindServer reset() {
        rows.clear();
        rows.addAll(IntStream.range(0, 1003).mapToObj(KindServer::row).toList());
        met.set(false);
        where = Where.FIRST;
        trouble = null;
        repeats = false;
        before = vendor -> {};
        return this;
    }

    static Circuit row(int number) {
        String alias = number % 7 == 0 ? "\"A\"; <b> & \nß" + number : "alias " + number;
        String ip = number % 5 == 0 ? "" : "10.0." + number / 250 + "." + number % 250;
        return new Circuit(
                "C%05d".formatted(number),
                alias,
                number % 4,
                number % 2 == 0 ? "BE" : "NL",
                ip,
                "2026-03-29T%02d:30:00Z".formatted(number % 24));
    }

    synchronized KindServer troubled(Where page, Trouble by) {
        where = page;
        trouble = by;
        return this;
    }

    /** Answers this page, once, with the rows of the one before. */
    synchronized KindServer repeating(Where page) {
        where = page;
        repeats = true;
        return this;
    }

    /** @param once done before this page is answered for the first time */
    synchronized KindServer changing(Where page, Before once) {
        where = page;
        before = once;
        return this;
    }

    /** Whether the page that was meant was asked for. */
    boolean met() {
        return met.get();
    }

    URI base() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    private synchronized boolean answer(String request, OutputStream out, Socket socket) throws IOException {
        // head and body are two writes, and the second would wait for an acknowledgement
        socket.setTcpNoDelay(true);
        Asked asked = new Asked(request);
        if (asked.line().contains(" /ping ")) {
            return RawServer.json(out, "{}");
        }
        Part part = kind.part(asked);
        boolean first = isMeant(part) && !met.getAndSet(true);
        if (first) {
            before.page(this);
        }
        int from = repeats && isMeant(part) ? Math.max(0, part.from() - part.size()) : part.from();
        List<Circuit> slice = rows.stream().skip(from).limit(part.size()).toList();
        Kind.Reply reply = kind.reply(part, slice, rows.size());
        if (trouble != null && isMeant(part) && (first || !trouble.passes())) {
            return trouble.send(reply, out);
        }
        return RawServer.send(out, reply.status(), reply.headers(), reply.body().getBytes(StandardCharsets.UTF_8));
    }

    private boolean isMeant(Part part) {
        boolean last = part.from() < rows.size() && part.from() + (long) part.size() >= rows.size();
        return switch (where) {
            case FIRST -> part.from() == 0;
            case MIDDLE -> part.from() >= 400 && part.from() < 500;
            case LAST -> last;
        };
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
