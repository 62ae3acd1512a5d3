/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc.outbox;

import io.vsatlink.api.ticket.OutboxEntry;
import io.vsatlink.store.jdbc.outbox.OutboxLine.Accepted;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A copy of the unfinished requests, beside the database: the data that a damaged database can't return. It has a line for each
 * accepted request, one for each repetition, and one for each finished request. Unreadable lines are kept in a separate file.
 * Thread-safe.
 */
public final class OutboxCopy {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxCopy.class);

    private final Optional<KeptFile> file;
    private final Optional<KeptFile> aside;

    /** The number of bytes that {@link #read} has processed. */
    private int known;

    /** Unreadable lines that could not be written elsewhere: they remain in the file. */
    private byte[] unreadable = {};

    private String trouble = "";

    /** @param path empty if the database is not ours, and therefore its backup is not either */
    public OutboxCopy(Optional<Path> path) {
        file = path.map(KeptFile::new);
        aside = path.map(copy -> new KeptFile(copy.resolveSibling(copy.getFileName() + "-unreadable")));
    }

    /** The unfinished requests in the order of their acceptance. A line that a crash left incomplete was never accepted. */
    synchronized Collection<Accepted> read() {
        Map<String, Accepted> kept = new LinkedHashMap<>();
        if (file.isEmpty()) {
            return kept.values();
        }
        try {
            known = 0;
            byte[] bytes = file.get().read();
            known = bytes.length;
            List<byte[]> bad = new ArrayList<>();
            for (int from = 0, end = end(bytes, 0); end >= 0; from = end + 1, end = end(bytes, from)) {
                byte[] line = Arrays.copyOfRange(bytes, from, end);
                if (!take(line, kept)) {
                    bad.add(Arrays.copyOfRange(bytes, from, end + 1));
                }
            }
            setAside(bad);
        } catch (IOException e) {
            failed("cannot be read", e);
        }
        return kept.values();
    }

    private static int end(byte[] bytes, int from) {
        for (int i = from; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    /** Returns whether the line could be read. */
    private static boolean take(byte[] bytes, Map<String, Accepted> kept) {
        try {
            OutboxLine line = OutboxLine.of(bytes);
            if (line instanceof Accepted accepted) {
                kept.put(accepted.key(), accepted);
            } else if (line instanceof OutboxLine.Over over) {
                kept.remove(over.key());
            }
            return true;
        } catch (IllegalArgumentException e) {
            LOG.debug("a line of the copy of the outbox", e);
            return false;
        }
    }

    private void setAside(List<byte[]> bad) throws IOException {
        if (bad.isEmpty()) {
            return;
        }
        KeptFile place = aside.orElseThrow();
        LOG.warn(
                "{} of the copy of the outbox at {} cannot be read and {} kept in {}",
                bad.size() == 1 ? "1 line" : bad.size() + " lines",
                file.orElseThrow(),
                bad.size() == 1 ? "is" : "are",
                place);
        unreadable = joined(bad);
        place.append(unreadable, true);
        unreadable = new byte[0];
    }

    /** Rewrites what was read, with only these requests still open. Lines added in the meantime are kept. */
    synchronized void replace(List<OutboxEntry> open) {
        if (file.isEmpty()) {
            return;
        }
        try {
            byte[] bytes = file.get().read();
            String text = open.stream().map(entry -> Accepted.of(entry).text()).collect(Collectors.joining());
            byte[] added = Arrays.copyOfRange(bytes, Math.min(known, bytes.length), bytes.length);
            file.get().replace(joined(List.of(unreadable, text.getBytes(StandardCharsets.UTF_8), added)));
            trouble = "";
        } catch (IOException e) {
            failed("cannot be written", e);
        }
    }

    private static byte[] joined(List<byte[]> parts) {
        byte[] all = new byte[parts.stream().mapToInt(part -> part.length).sum()];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }

    /** The data is safe on the disk when this returns. */
    void accepted(OutboxEntry entry) {
        append(Accepted.of(entry), true);
    }

    /** The data is safe on the disk when this returns, because the counted call follows. */
    void repeating(OutboxEntry entry, int repeats) {
        append(Accepted.of(entry, repeats), true);
    }

    /** If a crash of the machine loses the line, ETMS is queried before the request is sent again. */
    void over(String key) {
        append(new OutboxLine.Over(key), false);
    }

    private synchronized void append(OutboxLine line, boolean force) {
        if (file.isPresent()) {
            try {
                file.get().append(line.text().getBytes(StandardCharsets.UTF_8), force);
            } catch (IOException e) {
                failed("cannot be written", e);
            }
        }
    }

    /** The database has the request nevertheless: only its copy is missing. */
    private void failed(String what, IOException e) {
        trouble = "The copy of the outbox at " + file.orElseThrow() + " " + what + ": " + e.getMessage()
                + "; requests accepted since then could not be recovered from a damaged database";
        LOG.warn("{}", trouble);
    }

    /** Whether it has requests that are not finished. */
    public boolean hasOpenRequests() {
        return !read().isEmpty();
    }

    /** Deletes the file: all of its requests are somewhere else. */
    public synchronized void remove() {
        try {
            if (file.isPresent()) {
                file.get().delete();
            }
        } catch (IOException e) {
            LOG.warn(
                    "The copy of the outbox at {} cannot be deleted ({}); delete it before a new database is created there",
                    file.orElseThrow(),
                    e.getMessage());
        }
    }

    /** What a person should check, as a sentence; empty if there is nothing. */
    synchronized Optional<String> warning() {
        if (!trouble.isEmpty()) {
            return Optional.of(trouble);
        }
        return aside.filter(KeptFile::exists)
                .map(place -> "Lines of the copy of the outbox could not be read and are kept in " + place
                        + "; check whether a request is missing, then remove that file");
    }
}
