/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeyHashesTest {
    private static final int KEYS = 300_000;

    private final KeyHashes hashes = new KeyHashes();

    @Test
    void containsEveryAddedKeyAndNoOther() {
        IntStream.range(0, KEYS).forEach(i -> hashes.add(KeyHashes.of("VS" + i)));
        assertThat(IntStream.range(0, KEYS)).allMatch(i -> hashes.contains(KeyHashes.of("VS" + i)));
        assertThat(IntStream.range(KEYS, 2 * KEYS)).noneMatch(i -> hashes.contains(KeyHashes.of("VS" + i)));
    }

    @Test
    void manyConsecutiveKeysHaveDifferentHashes() {
        assertThat(IntStream.range(0, KEYS)
                        .mapToLong(i -> KeyHashes.of("VS" + i))
                        .distinct()
                        .count())
                .isEqualTo(KEYS);
    }

    @Test
    void isEmptyAfterClear() {
        hashes.add(KeyHashes.of("A"));
        hashes.clear();
        assertThat(hashes.contains(KeyHashes.of("A"))).isFalse();
        hashes.add(KeyHashes.of("A"));
        hashes.add(KeyHashes.of("A"));
        assertThat(hashes.contains(KeyHashes.of("A"))).isTrue();
    }
}
