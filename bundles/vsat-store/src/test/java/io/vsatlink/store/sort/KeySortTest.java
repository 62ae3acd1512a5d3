/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.sort;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KeySortTest {
    private static final String UNITS = "0189AZaz !\u00e9\u00fe\u00ff\u0100\u20ac\ud83d\ude80\uffff";

    @Test
    void keysAreSortedInTheOrderOfJavaStrings() {
        Random random = new Random(3);
        for (String prefix : List.of("", "CIR-", "\u20ac\u00ff")) {
            List<String> keys =
                    Stream.generate(() -> prefix + text(random)).limit(20_000).toList();
            assertThat(sorted(keys)).isEqualTo(keys.stream().sorted().toList());
        }
    }

    @Test
    void aKeyMayBeAPrefixOfAllOthers() {
        List<String> keys = List.of("CIR-10", "CIR-1", "CIR-100", "CIR-123456789", "CIR-12345678", "CIR-");
        assertThat(sorted(keys)).isEqualTo(keys.stream().sorted().toList());
    }

    @Test
    void anEmptySetIsSorted() {
        assertThat(sorted(List.of())).isEmpty();
    }

    private static List<String> sorted(List<String> keys) {
        KeySort sort = new KeySort();
        keys.forEach(key -> sort.add(new Keyed(key, 0)));
        return Arrays.stream(sort.sorted()).map(Keyed::key).toList();
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(9); i > 0; i--) {
            text.append(UNITS.charAt(random.nextInt(UNITS.length())));
        }
        return text.toString();
    }
}
