/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc.index;

import io.vsatlink.api.dataset.Column;
import io.vsatlink.api.dataset.ColumnType;
import io.vsatlink.api.dataset.Listing;
import io.vsatlink.api.dataset.Row;
import io.vsatlink.api.dataset.TimeValue;
import io.vsatlink.store.json.CanonicalJson;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;

/**
 * 64 bits of SHA-256 over a row's content. Every value is preceded by its kind, and a text by its length too, so that different
 * contents have different encodings. JSON is compared by its meaning: another order of the members is not a change. Not
 * thread-safe. Hashes are stored: a change of the encoding makes every row look changed once.
 */
public final class ContentHash {
    private static final byte NULL = 0;
    private static final byte LATIN_1 = 1;
    private static final byte LONG = 2;
    private static final byte DOUBLE = 3;
    private static final byte BOOLEAN = 4;
    private static final byte TIME = 5;
    private static final byte UTF_16 = 6;

    private final MessageDigest digest;
    private ByteBuffer buffer = ByteBuffer.allocate(4096);
    private Listing listing;
    private boolean[] json;

    public ContentHash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime provides SHA-256", e);
        }
    }

    public long of(Row row) {
        buffer.clear();
        List<Object> values = row.values();
        boolean[] json = json(row.listing());
        for (int i = 0; i < json.length; i++) {
            put(json[i] ? canonical((String) values.get(i)) : values.get(i));
        }
        put(canonical(row.extraJson()));
        return digest();
    }

    /** The value of {@link #of} in version 0.1.0, which compared JSON by its text. Rows unchanged since then have this hash. */
    public long byTheLetter(Row row) {
        buffer.clear();
        row.values().forEach(this::put);
        put(row.extraJson());
        return digest();
    }

    private long digest() {
        digest.update(buffer.array(), 0, buffer.position());
        return ByteBuffer.wrap(digest.digest()).getLong();
    }

    private static String canonical(String json) {
        return json == null ? null : CanonicalJson.of(json);
    }

    /** Which columns of a listing contain JSON. */
    private boolean[] json(Listing of) {
        if (of != listing) {
            List<Column> columns = of.columns();
            json = new boolean[columns.size()];
            for (int i = 0; i < json.length; i++) {
                json[i] = columns.get(i).type() == ColumnType.OBJECTS;
            }
            listing = of;
        }
        return json;
    }

    private void put(Object value) {
        if (value == null) {
            room(1).put(NULL);
        } else if (value instanceof String text) {
            putText(text);
        } else if (value instanceof Long number) {
            room(9).put(LONG).putLong(number);
        } else if (value instanceof Double number) {
            room(9).put(DOUBLE).putLong(Double.doubleToLongBits(number));
        } else if (value instanceof Boolean flag) {
            room(2).put(BOOLEAN).put((byte) (flag ? 1 : 0));
        } else if (value instanceof TimeValue time) {
            Instant instant = time.instant();
            room(13).put(TIME).putLong(instant.getEpochSecond()).putInt(instant.getNano());
            putText(time.text());
        } else {
            throw new IllegalArgumentException("no column can hold a " + value.getClass());
        }
    }

    /**
     * Most text is Latin-1, which halves the bytes to digest. Other text is put unconverted, so that unpaired surrogates count.
     */
    private void putText(String text) {
        int start = buffer.position();
        if (!putLatin1(text)) {
            buffer.position(start);
            ByteBuffer target = room(5 + 2 * text.length()).put(UTF_16).putInt(text.length());
            for (int i = 0; i < text.length(); i++) {
                target.putChar(text.charAt(i));
            }
        }
    }

    private boolean putLatin1(String text) {
        room(5 + text.length()).put(LATIN_1).putInt(text.length());
        byte[] bytes = buffer.array();
        int start = buffer.position();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > 0xff) {
                return false;
            }
            bytes[start + i] = (byte) c;
        }
        buffer.position(start + text.length());
        return true;
    }

    private ByteBuffer room(int bytes) {
        if (buffer.remaining() < bytes) {
            buffer = ByteBuffer.allocate(2 * buffer.capacity() + bytes).put(buffer.flip());
        }
        return buffer;
    }
}
