/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.kit.kinds;

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

    /** Which page is meant, or which call for an item. */
    enum Where {
        FIRST(false),
        MIDDLE(false),
        LAST(false),
        FIRST_CALL(true),
        MIDDLE_CALL(true),
        LAST_CALL(true);

        private final boolean ofItem;

        Where(boolean ofItem) {
            this.ofItem = ofItem;
        }

        boolean ofItem() {
            return ofItem;
        }
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
    private boolean omits;
    private int miscounts;
    private Before before = vendor -> {};

    KindServer(Kind kind) {
        this.kind = kind;
        reset();
    }

    /** As it was at first: a connection costs more than a poll. */
    synchronized KindServer reset() {
        rows.clear();
        rows.addAll(IntStream.range(0, kind.callsForItems() ? 203 : 1003)
                .mapToObj(Circuit::numbered)
                .toList());
        met.set(false);
        where = Where.FIRST;
        trouble = null;
        repeats = false;
        omits = false;
        miscounts = 0;
        before = vendor -> {};
        return this;
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

    /** Answers this page without rows; everything else of it is as if they were there. */
    synchronized KindServer omitting(Where page) {
        where = page;
        omits = true;
        return this;
    }

    /** @param by this many items more are there, this page says, once */
    synchronized KindServer miscounting(Where page, int by) {
        where = page;
        miscounts = by;
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
        Part part = placed(kind.part(asked));
        boolean meant = isMeant(part);
        boolean first = meant && !met.getAndSet(true);
        if (first) {
            before.page(this);
            part = placed(part);
        }
        int from = repeats && meant ? Math.max(0, part.from() - part.size()) : part.from();
        List<List<Circuit>> items = kind.items(rows);
        List<Circuit> slice = items.stream()
                .skip(from)
                .limit(part.size())
                .flatMap(List::stream)
                .toList();
        int total = (part.ofItem() ? slice.size() : items.size()) + (first ? miscounts : 0);
        Kind.Reply reply = kind.reply(part, omits && meant ? List.of() : slice, total);
        if (trouble != null && meant && (first || !trouble.passes())) {
            return trouble.send(reply, out);
        }
        return RawServer.send(out, reply.status(), reply.headers(), reply.body().getBytes(StandardCharsets.UTF_8));
    }

    /** An item is named by the alias of its first row, whose id need not be unique. */
    private Part placed(Part part) {
        if (!part.ofItem()) {
            return part;
        }
        List<String> names =
                kind.items(rows).stream().map(item -> item.get(0).alias()).toList();
        return new Part(names.indexOf(part.item()), 1, part.item());
    }

    private boolean isMeant(Part part) {
        int all = kind.items(rows).size();
        long end = part.from() + (long) part.size();
        if (part.ofItem() != where.ofItem()) {
            return false;
        }
        return switch (where) {
            case FIRST, FIRST_CALL -> part.from() == 0;
            case MIDDLE, MIDDLE_CALL -> part.from() <= all / 2 && end > all / 2;
            case LAST, LAST_CALL -> part.from() < all && end >= all;
        };
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
