/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ContentIndexTest {
    private static final int ROWS = 10_000;

    private final long[] hashes = new Random(7).longs(ROWS).toArray();

    @Test
    void findsEveryContentAndNoOther() {
        ContentIndex index = new ContentIndex(ROWS);
        hashes[17] = 0;
        for (int i = 0; i < ROWS; i++) {
            index.put(hashes[i], 5_000_000_000L + (i % 2 == 0 ? i : -i));
        }
        for (int i = 0; i < ROWS; i++) {
            assertThat(index.rowNo(hashes[i])).isEqualTo(5_000_000_000L + (i % 2 == 0 ? i : -i));
        }
        assertThat(new Random(8).longs(ROWS).map(index::rowNo)).containsOnly(ContentIndex.NONE);
    }

    @Test
    void aReplacedRowIsNotFoundUntilItIsRestored() {
        ContentIndex index = new ContentIndex(1);
        index.put(42, 7);
        index.replace(7);
        assertThat(index.rowNo(42)).isEqualTo(ContentIndex.NONE);
        index.restore(7);
        assertThat(index.rowNo(42)).isEqualTo(7);
    }

    @Test
    void rowsBeyondTheCapacityOrTheOffsetRangeAreNotFound() {
        ContentIndex index = new ContentIndex(0);
        index.put(hashes[1], 1);
        index.put(hashes[2], 1L << 40);
        for (int i = 3; i < 1000; i++) {
            index.put(hashes[i], i);
        }
        assertThat(index.rowNo(hashes[1])).isEqualTo(1);
        assertThat(index.rowNo(hashes[2])).isEqualTo(ContentIndex.NONE);
        assertThat(index.rowNo(hashes[999])).isEqualTo(ContentIndex.NONE);
    }
}
