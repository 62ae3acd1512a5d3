/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.dialect;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * {@code COPY … FROM STDIN (FORMAT binary)}, which is faster than a batch of statements. The format is
 * described in the documentation of PostgreSQL, COPY, "Binary Format".
 */
final class BinaryCopy implements BulkInsert {
    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0};
    private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");
    private static final int SENT_AT_ONCE = 64 << 10;
    private static final int NULL = -1;
    private static final short END = -1;

    private final CopyIn copy;
    private final short columns;
    private ByteBuffer buffer = ByteBuffer.allocate(SENT_AT_ONCE);
    private int column;

    private BinaryCopy(CopyIn copy, int columns) {
        this.copy = copy;
        this.columns = (short) columns;
        // no flags, no extension
        buffer.put(SIGNATURE).putInt(0).putInt(0);
    }

    /** Empty if the connection is not one of a driver that we know. */
    static Optional<BulkInsert> into(Connection connection, String table, List<String> columns) throws SQLException {
        try {
            if (!connection.isWrapperFor(PGConnection.class)) {
                return Optional.empty();
            }
            String sql = "COPY " + table + " (" + String.join(", ", columns) + ") FROM STDIN (FORMAT binary)";
            CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
            return Optional.of(new BinaryCopy(copy, columns.size()));
        } catch (LinkageError e) {
            // the driver is inside a bundle that does not export it
            return Optional.empty();
        }
    }

    @Override
    public void text(String value) throws SQLException {
        if (value == null) {
            next(NULL);
        } else {
            byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
            next(bytes.length);
            buffer.put(bytes);
        }
    }

    @Override
    public void number(Long value) throws SQLException {
        if (value == null) {
            next(NULL);
        } else {
            next(Long.BYTES);
            buffer.putLong(value);
        }
    }

    @Override
    public void decimal(Double value) throws SQLException {
        if (value == null) {
            next(NULL);
        } else {
            next(Double.BYTES);
            buffer.putDouble(value);
        }
    }

    @Override
    public void flag(Boolean value) throws SQLException {
        if (value == null) {
            next(NULL);
        } else {
            next(1);
            buffer.put((byte) (value ? 1 : 0));
        }
    }

    @Override
    public void time(Instant value) throws SQLException {
        number(value == null || !UtcTimes.fits(value) ? null : ChronoUnit.MICROS.between(EPOCH, value));
    }

    /** Makes room for a value and writes its length, after the number of values if it begins a row. */
    private void next(int length) throws SQLException {
        int needed = Short.BYTES + Integer.BYTES + Math.max(0, length);
        if (buffer.remaining() < needed) {
            send();
            if (buffer.capacity() < needed) {
                buffer = ByteBuffer.allocate(needed);
            }
        }
        if (column == 0) {
            buffer.putShort(columns);
        }
        column = (column + 1) % columns;
        buffer.putInt(length);
    }

    private void send() throws SQLException {
        copy.writeToCopy(buffer.array(), 0, buffer.position());
        buffer.clear();
    }

    @Override
    public long end() throws SQLException {
        if (buffer.remaining() < Short.BYTES) {
            send();
        }
        buffer.putShort(END);
        send();
        return copy.endCopy();
    }

    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }
}
