/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.satprov.poll;

import io.vsatlink.testkit.http.RawServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A vendor on a socket that lists its circuits in pages, or only those that changed since a time, by a clock that a test moves. */
final class ChangingVendor implements AutoCloseable {
    private static final Pattern ASKED = Pattern.compile("[?&](page|size|updatedSince)=([^& ]*)");

    /**
     * A circuit.
     *
     * @param modified null if the vendor does not say
     */
    record Circuit(String id, String status, Instant modified) {
        /** With a value that can't be read if the status is {@code bad}. */
        String json() {
            String tier = "bad".equals(status) ? "\"x\"" : "3";
            return "{\"id\":%s,\"status\":%s,\"tier\":%s,\"modified\":%s}"
                    .formatted(quoted(id), quoted(status), tier, quoted(modified));
        }

        private static String quoted(Object value) {
            return value == null ? "null" : "\"" + value + "\"";
        }
    }

    /** Answers a page in the vendor's place. */
    interface Trouble {
        /** @return false if the vendor answers itself */
        boolean answer(int page, OutputStream out) throws IOException;
    }

    private final RawServer server = RawServer.start(this::answer);
    private final TreeMap<String, Circuit> rows = new TreeMap<>();
    /** What a copy of the data that lags behind still has, instead of the rows with these keys. */
    private final TreeMap<String, Circuit> stale = new TreeMap<>();

    private Instant now = Instant.parse("2026-03-01T00:00:00Z");
    private Duration ahead = Duration.ZERO;
    private boolean dated = true;
    private boolean ignores;
    private Trouble trouble = (page, out) -> false;
    private Runnable afterPage = () -> {};
    private final List<String> since = new ArrayList<>();

    URI base() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    synchronized Instant now() {
        return now;
    }

    synchronized void advance(Duration by) {
        now = now.plus(by);
    }

    synchronized void setClock(Instant to) {
        now = to;
    }

    /** From now on the clock of the header Date is ahead of that of the data by this, or behind. */
    synchronized void dateAhead(Duration by) {
        ahead = by;
    }

    /** From now on responses have no header Date. */
    synchronized void undated() {
        dated = false;
    }

    /** From now on the parameter has no effect. */
    synchronized void ignoreSince() {
        ignores = true;
    }

    synchronized void put(String id, String status) {
        put(new Circuit(id, status, now));
    }

    synchronized void put(Circuit circuit) {
        rows.put(circuit.id(), circuit);
    }

    synchronized void remove(String id) {
        rows.remove(id);
        stale.remove(id);
    }

    synchronized Circuit get(String id) {
        return rows.get(id);
    }

    synchronized List<Circuit> all() {
        return List.copyOf(rows.values());
    }

    /** From now on this row is answered as it was. */
    synchronized void lag(Circuit earlier) {
        stale.put(earlier.id(), earlier);
    }

    synchronized void catchUp() {
        stale.clear();
    }

    synchronized void trouble(Trouble with) {
        trouble = with;
    }

    /** Runs once, after the next page was answered. */
    synchronized void afterPage(Runnable once) {
        afterPage = once;
    }

    /** The times that were asked for since the last call of this, one a call; "" for the whole listing. */
    synchronized List<String> asked() {
        List<String> asked = List.copyOf(since);
        since.clear();
        return asked;
    }

    private synchronized boolean answer(String request, OutputStream out, Socket socket) throws IOException {
        socket.setTcpNoDelay(true);
        String line = request.substring(0, request.indexOf('\r'));
        if (line.contains(" /ping ")) {
            return RawServer.json(out, "{}");
        }
        int page = 0;
        int size = 10;
        Instant from = null;
        Matcher asked = ASKED.matcher(line);
        while (asked.find()) {
            String value = URLDecoder.decode(asked.group(2), StandardCharsets.UTF_8);
            switch (asked.group(1)) {
                case "page" -> page = Integer.parseInt(value);
                case "size" -> size = Integer.parseInt(value);
                default -> from = Instant.parse(value);
            }
        }
        since.add(from == null ? "" : from.toString());
        if (trouble.answer(page, out)) {
            return true;
        }
        boolean sent = send(out, page, size, listed(ignores ? null : from));
        Runnable once = afterPage;
        afterPage = () -> {};
        once.run();
        return sent;
    }

    private List<Circuit> listed(Instant from) {
        TreeMap<String, Circuit> shown = new TreeMap<>(rows);
        stale.forEach((id, earlier) -> shown.replace(id, earlier));
        Collection<Circuit> all = shown.values();
        return all.stream()
                .filter(row -> from == null
                        || (row.modified() != null && !row.modified().isBefore(from)))
                .toList();
    }

    private boolean send(OutputStream out, int page, int size, List<Circuit> listed) throws IOException {
        String items = listed.stream()
                .skip((long) page * size)
                .limit(size)
                .map(Circuit::json)
                .collect(Collectors.joining(","));
        String body = "{\"total\":" + listed.size() + ",\"items\":[" + items + "]}";
        String date =
                DateTimeFormatter.RFC_1123_DATE_TIME.format(now.plus(ahead).atOffset(ZoneOffset.UTC));
        String headers = "Content-Type: application/json\r\n" + (dated ? "Date: " + date + "\r\n" : "");
        return RawServer.send(out, "200 OK", headers, body.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
