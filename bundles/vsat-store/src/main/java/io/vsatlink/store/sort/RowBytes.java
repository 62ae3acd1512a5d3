/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.sort;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.vsatlink.api.dataset.ColumnType;
import io.vsatlink.api.dataset.Listing;
import io.vsatlink.api.dataset.Row;
import io.vsatlink.api.dataset.TimeValue;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;

/** Converts rows to bytes and back without loss, even of unpaired surrogates, which no charset encodes. Stateless. */
final class RowBytes {
    /** Stored instead of a short text's length. */
    private static final char NULL = 0xFFFF;

    /** Likewise: the length follows. */
    private static final char LONG = 0xFFFE;

    private static final int SHORT = 0x7FFE;

    /** The maximum size of a value in bytes, apart from its texts. */
    private static final int VALUE = 20;

    private final Listing listing;
    private final ColumnType[] types;

    RowBytes(Listing listing) {
        this.listing = listing;
        this.types = listing.columns().stream().map(column -> column.type()).toArray(ColumnType[]::new);
    }

    /** An upper limit of the bytes that {@link #put} needs for these values, the last of which is the extra. */
    static int atMost(Object[] values) {
        int bytes = VALUE * values.length;
        for (Object value : values) {
            if (value instanceof String text) {
                bytes += 2 * text.length();
            } else if (value instanceof TimeValue time) {
                bytes += 2 * time.text().length();
            }
        }
        return bytes;
    }

    void put(Object[] values, ByteBuffer out) {
        for (int i = 0; i < types.length; i++) {
            Object value = values[i];
            switch (types[i]) {
                case TEXT, OBJECTS -> putText((String) value, out);
                case TIME -> putTime((TimeValue) value, out);
                case INTEGER -> {
                    if (isThere(value, out)) {
                        out.putLong((Long) value);
                    }
                }
                case DECIMAL -> {
                    if (isThere(value, out)) {
                        out.putDouble((Double) value);
                    }
                }
                case BOOLEAN -> {
                    if (isThere(value, out)) {
                        out.put((byte) ((Boolean) value ? 1 : 0));
                    }
                }
            }
        }
        putText((String) values[types.length], out);
    }

    Row get(ByteBuffer in) {
        Object[] values = new Object[types.length];
        for (int i = 0; i < types.length; i++) {
            values[i] = switch (types[i]) {
                case TEXT, OBJECTS -> getText(in);
                case TIME -> getTime(in);
                case INTEGER -> in.get() == 0 ? null : (Object) in.getLong();
                case DECIMAL -> in.get() == 0 ? null : (Object) in.getDouble();
                case BOOLEAN -> in.get() == 0 ? null : (Object) (in.get() == 1);
            };
        }
        return new Row(listing, Arrays.asList(values), getText(in));
    }

    private static boolean isThere(Object value, ByteBuffer out) {
        out.put((byte) (value == null ? 0 : 1));
        return value != null;
    }

    /** Writes the length and whether the text is wide, then one byte per unit, or two if any unit needs them. */
    private static void putText(String text, ByteBuffer out) {
        if (text == null) {
            out.putChar(NULL);
            return;
        }
        int length = text.length();
        int all = 0;
        for (int i = 0; i < length; i++) {
            all |= text.charAt(i);
        }
        boolean wide = all > 0xFF;
        if (length <= SHORT) {
            out.putChar((char) (length << 1 | (wide ? 1 : 0)));
        } else {
            out.putChar(LONG).putInt(length << 1 | (wide ? 1 : 0));
        }
        if (wide) {
            for (int i = 0; i < length; i++) {
                out.putChar(text.charAt(i));
            }
        } else {
            out.put(text.getBytes(ISO_8859_1));
        }
    }

    private static String getText(ByteBuffer in) {
        int head = in.getChar();
        if (head == NULL) {
            return null;
        }
        if (head == LONG) {
            head = in.getInt();
        }
        int length = head >> 1;
        if ((head & 1) == 0) {
            String text = new String(in.array(), in.arrayOffset() + in.position(), length, ISO_8859_1);
            in.position(in.position() + length);
            return text;
        }
        char[] units = new char[length];
        for (int i = 0; i < length; i++) {
            units[i] = in.getChar();
        }
        return new String(units);
    }

    private static void putTime(TimeValue time, ByteBuffer out) {
        if (time == null) {
            putText(null, out);
            return;
        }
        putText(time.text(), out);
        Instant instant = time.instant();
        out.putLong(instant.getEpochSecond());
        out.putInt(instant.getNano());
    }

    private static TimeValue getTime(ByteBuffer in) {
        String text = getText(in);
        return text == null ? null : new TimeValue(text, Instant.ofEpochSecond(in.getLong(), in.getInt()));
    }
}
