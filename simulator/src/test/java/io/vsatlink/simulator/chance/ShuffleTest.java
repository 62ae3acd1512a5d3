/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.chance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShuffleTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 17, 1000, 65_536, 100_003})
    void meetsEveryNumberOnceAndCanBeUndone(int size) {
        Shuffle shuffle = new Shuffle(42, size);
        BitSet met = new BitSet();
        for (int position = 0; position < size; position++) {
            int value = shuffle.at(position);
            met.set(value);
            assertThat(shuffle.positionOf(value)).isEqualTo(position);
        }
        assertThat(met.cardinality()).isEqualTo(size);
        assertThat(met.length()).isEqualTo(size);
    }

    @Test
    void changesTheOrder() {
        Shuffle shuffle = new Shuffle(1, 1000);
        assertThat(IntStream.range(1, 1000).filter(i -> shuffle.at(i) > shuffle.at(i - 1)))
                .hasSizeBetween(400, 600);
    }
}
