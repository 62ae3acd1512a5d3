/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.satprov.poll;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeletionLimitTest {

    @ParameterizedTest
    @CsvSource({
        "10, 0, 0, false",
        "10, 0, 100, false",
        "10, 99, 100, false",
        "10, 100, 100, true",
        "10, 1, 1, true",
        "10, 500, 1000, false",
        "10, 501, 1000, true",
        "10, 501, 5010, false",
        "10, 502, 5010, true",
        "0, 501, 1000000, true",
        "100, 999, 1000, false",
        "100, 1000, 1000, true"
    })
    void holdsWhatIsTooMuch(int percent, long removed, long before, boolean held) {
        assertThat(new DeletionLimit(percent).exceededBy(removed, before).isPresent())
                .isEqualTo(held);
    }
}
