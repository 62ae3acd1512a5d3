/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc.outbox;

import io.vsatlink.api.dataset.Column;
import io.vsatlink.api.ticket.OutboxEntry;
import io.vsatlink.api.ticket.RequestKind;
import io.vsatlink.api.ticket.TicketRequest;
import io.vsatlink.store.dialect.UtcTimes;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/** A line of the {@link OutboxCopy}: an accepted request, or the key of a finished one. */
sealed interface OutboxLine {
    String ACCEPTED_SIGN = "+";
    String OVER_SIGN = "-";

    /**
     * An accepted request.
     *
     * @param repeats as in {@link OutboxEntry}: a damaged database must not reset the number of repetitions
     */
    record Accepted(String key, String system, TicketRequest request, String ticketId, Instant createdAt, int repeats)
            implements OutboxLine {

        static Accepted of(OutboxEntry entry) {
            return of(entry, entry.repeats());
        }

        static Accepted of(OutboxEntry entry, int repeats) {
            return new Accepted(
                    entry.key(), entry.system(), entry.request(), entry.ticketId(), entry.createdAt(), repeats);
        }

        @Override
        public List<String> columns() {
            return List.of(
                    ACCEPTED_SIGN,
                    key,
                    system,
                    request.kind().name(),
                    request.reference(),
                    request.requestId(),
                    request.origin(),
                    ticketId,
                    createdAt.toString(),
                    RequestFields.text(request.fields()),
                    String.valueOf(repeats));
        }
    }

    /** The request no longer needs to be kept. */
    record Over(String key) implements OutboxLine {
        @Override
        public List<String> columns() {
            return List.of(OVER_SIGN, key);
        }
    }

    List<String> columns();

    /**
     * The text with its line break. It begins with a checksum, so that a changed character is not taken for another request.
     */
    default String text() {
        String line = columns().stream().map(LineEscapes::escaped).collect(Collectors.joining("\t"));
        return checksum(line) + "\t" + line + "\n";
    }

    /**
     * @param bytes without the line break
     * @throws IllegalArgumentException if they differ from what was written
     */
    static OutboxLine of(byte[] bytes) {
        try {
            String line = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return of(withoutChecksum(line));
        } catch (CharacterCodingException | DateTimeException e) {
            throw new IllegalArgumentException("not a line of the copy", e);
        }
    }

    private static OutboxLine of(String line) {
        List<String> columns = new ArrayList<>();
        for (String column : line.split("\t", -1)) {
            columns.add(LineEscapes.unescaped(column));
        }
        String sign = columns.get(0);
        if (sign.equals(OVER_SIGN) && columns.size() == 2) {
            return new Over(columns.get(1));
        }
        // lines of version 0.1.0 end with the fields
        boolean counted = columns.size() == 11;
        if (!sign.equals(ACCEPTED_SIGN) || !(counted || columns.size() == 10)) {
            throw new IllegalArgumentException("not a line of the copy");
        }
        TicketRequest request = new TicketRequest(
                RequestKind.valueOf(columns.get(3)),
                columns.get(4),
                columns.get(5),
                RequestFields.of(columns.get(9)),
                columns.get(6));
        int repeats = counted ? Integer.parseInt(columns.get(10)) : 0;
        Instant createdAt = Instant.parse(columns.get(8));
        return fitting(new Accepted(columns.get(1), columns.get(2), request, columns.get(7), createdAt, repeats));
    }

    /** Rejects a line that does not fit the database: it must not prevent the database from being opened. */
    private static Accepted fitting(Accepted line) {
        for (String name : List.of(
                line.key(), line.system(), line.ticketId(), line.request().origin())) {
            if (name.length() > Column.MAX_KEY) {
                throw new IllegalArgumentException("a name is longer than " + Column.MAX_KEY + " characters");
            }
        }
        if (!UtcTimes.fits(line.createdAt())) {
            throw new IllegalArgumentException("no column can hold the time " + line.createdAt());
        }
        if (line.repeats() < 0) {
            throw new IllegalArgumentException("a request cannot be repeated " + line.repeats() + " times");
        }
        return line;
    }

    /** Lines of version 0.1.0 have no checksum and begin with their sign. */
    private static String withoutChecksum(String line) {
        if (line.startsWith(ACCEPTED_SIGN + "\t") || line.startsWith(OVER_SIGN + "\t")) {
            return line;
        }
        String rest = line.substring(line.indexOf('\t') + 1);
        if (!line.equals(checksum(rest) + "\t" + rest)) {
            throw new IllegalArgumentException("the checksum does not match the line");
        }
        return rest;
    }

    private static String checksum(String line) {
        CRC32 checksum = new CRC32();
        checksum.update(line.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().toHexDigits(checksum.getValue(), 8);
    }
}
