package io.vsatlink.store.jdbc;

import io.vsatlink.api.dataset.Row;
import io.vsatlink.api.dataset.TimeValue;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;

/**
 * 64 bits of SHA-256 over a row's content. Every value is preceded by its kind, and a text by its length as well, so no
 * two contents have the same encoding. Used by one thread at a time. The encoding is stored: changing it makes every
 * row look changed once.
 */
final class ContentHash {
    private static final byte NULL = 0;
    private static final byte TEXT = 1;
    private static final byte LONG = 2;
    private static final byte DOUBLE = 3;
    private static final byte BOOLEAN = 4;
    private static final byte TIME = 5;

    private final MessageDigest digest;
    private ByteBuffer buffer = ByteBuffer.allocate(4096);

    ContentHash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    long of(Row row) {
        buffer.clear();
        for (Object value : row.values()) {
            put(value);
        }
        put(row.extraJson());
        digest.update(buffer.array(), 0, buffer.position());
        return ByteBuffer.wrap(digest.digest()).getLong();
    }

    private void put(Object value) {
        if (value == null) {
            room(1).put(NULL);
        } else if (value instanceof String text) {
            put(TEXT, text);
        } else if (value instanceof Long number) {
            room(9).put(LONG).putLong(number);
        } else if (value instanceof Double number) {
            room(9).put(DOUBLE).putLong(Double.doubleToLongBits(number));
        } else if (value instanceof Boolean flag) {
            room(2).put(BOOLEAN).put((byte) (flag ? 1 : 0));
        } else if (value instanceof TimeValue time) {
            put(TIME, time.text());
            Instant instant = time.instant();
            room(12).putLong(instant.getEpochSecond()).putInt(instant.getNano());
        } else {
            throw new IllegalArgumentException("no column holds a " + value.getClass());
        }
    }

    /** UTF-16 units, not UTF-8: half a surrogate pair must count too. */
    private void put(byte kind, String text) {
        ByteBuffer target = room(5 + 2 * text.length()).put(kind).putInt(text.length());
        for (int i = 0; i < text.length(); i++) {
            target.putChar(text.charAt(i));
        }
    }

    private ByteBuffer room(int bytes) {
        if (buffer.remaining() < bytes) {
            buffer = ByteBuffer.allocate(2 * buffer.capacity() + bytes).put(buffer.flip());
        }
        return buffer;
    }
}
