/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote;

import java.util.List;
import java.util.Random;

/** Random and unusual JSON, most of it valid. */
final class RandomJson {
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "0",
            "-0",
            "1e99999999",
            "-1e99999999",
            "1e-99999999",
            "1e2147483647",
            "1e2147483648",
            "1e99999999999",
            "-1.5e-99999999999",
            "9223372036854775807",
            "-9223372036854775808",
            "92233720368547758070",
            "1".repeat(100),
            "0." + "1".repeat(97),
            "\"\"",
            "\" \"",
            "\"1e99999999\"",
            "\"1e-99999999\"",
            "\"1e2147483647\"",
            "\"1e99999999999\"",
            "\"" + "9".repeat(900_000) + "\"",
            "\"0." + "0".repeat(900_000) + "1\"",
            "\"" + ",".repeat(50_000) + "\"",
            "\"2026-03-29T00:30:00." + "9".repeat(100_000) + "Z\"",
            "\"+999999999-12-31T23:59:59.999999999-18:00\"",
            "\"-999999999-01-01T00:00:00+18:00\"",
            "\"2026-03-29T00:30:00+02:00[Europe/" + "x".repeat(10_000) + "]\"",
            "\"99999999999999999999\"",
            "\"-99999999999999999999\"",
            "\"31556889864403199\"",
            "\"31556889864403200\"",
            "\"31/12/999999999 23:59\"",
            "\"NaN\"",
            "\"Infinity\"",
            "\"\\ud800\"",
            "\"\\udc00x\"",
            "\"\\u0000\"",
            "\"" + "\\ud83d\\ude00".repeat(60) + "\"",
            "[]",
            "{}",
            "[".repeat(90) + "]".repeat(90),
            "[".repeat(200) + "]".repeat(200),
            "{\"a\":1,\"a\":2}",
            "{\"\":{\"\":1e99999999999}}",
            "[{\"0\":[[1e99999999999]]}]");
    private static final List<String> NAMES = List.of(
            "id", "tier", "lat", "on", "at", "seconds", "millis", "day", "amount", "kit", "list", "0", "", "a/b", "~",
            "x");

    private final Random chance;

    RandomJson(long seed) {
        this.chance = new Random(seed);
    }

    <T> T any(List<T> some) {
        return some.get(chance.nextInt(some.size()));
    }

    String value(int depth) {
        int kind = chance.nextInt(10);
        if (depth > 0 && kind == 0) {
            return object(depth - 1);
        }
        if (depth > 0 && kind == 1) {
            return "[" + value(depth - 1) + "," + value(depth - 1) + "]";
        }
        return any(VALUES);
    }

    String object(int depth) {
        StringBuilder object = new StringBuilder("{");
        for (int i = chance.nextInt(8); i >= 0; i--) {
            object.append('"')
                    .append(any(NAMES))
                    .append("\":")
                    .append(value(depth))
                    .append(i == 0 ? "" : ",");
        }
        return object.append('}').toString();
    }

    /** Replaces some random bytes. */
    byte[] damaged(byte[] bytes) {
        if (chance.nextInt(4) == 0) {
            for (int i = chance.nextInt(4); i >= 0; i--) {
                bytes[chance.nextInt(bytes.length)] = (byte) chance.nextInt(256);
            }
        }
        return bytes;
    }
}
