/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.move;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;

/** A digest of the values of a row. Not thread-safe. */
final class RowHash {
    private final MessageDigest digest;
    private byte[] bytes = new byte[1 << 12];

    RowHash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }

    ByteBuffer of(Object[] row) {
        for (Object value : row) {
            if (value == null) {
                digest.update((byte) 0);
            } else if (value instanceof String text) {
                text(text);
            } else if (value instanceof Long number) {
                put(2, number);
            } else if (value instanceof Double decimal) {
                put(3, Double.doubleToLongBits(decimal));
            } else if (value instanceof Instant time) {
                put(4, time.getEpochSecond());
                put(5, time.getNano());
            } else {
                put(6, ((Boolean) value) ? 1 : 0);
            }
        }
        return ByteBuffer.wrap(digest.digest());
    }

    private void put(int kind, long value) {
        bytes[0] = (byte) kind;
        ByteBuffer.wrap(bytes).putLong(1, value);
        digest.update(bytes, 0, 1 + Long.BYTES);
    }

    /** Each char as it is: an encoder would replace half a surrogate pair. */
    private void text(String text) {
        put(1, text.length());
        if (bytes.length < 2 * text.length()) {
            bytes = new byte[2 * text.length()];
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            bytes[2 * i] = (byte) (c >> 8);
            bytes[2 * i + 1] = (byte) c;
        }
        digest.update(bytes, 0, 2 * text.length());
    }
}
