/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.access.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTest {

    @Test
    void usesTheFirstValueOfEachName() {
        assertThat(Query.of("a=1&b=x+y%20z&a=2&c&=&&d=%C3%BC=%26"))
                .isEqualTo(Map.of("a", "1", "b", "x y z", "c", "", "", "", "d", "ü=&"));
        assertThat(Query.of(null)).isEmpty();
        assertThat(Query.of("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"%ZZ", "a=%", "a=%4", "%+1=", "a=%C3", "a=%C3%28", "a=%FF", "a=%ED%A0%80", "a=%C0%AF", "a=%u0041"
            })
    void whatIsNoQueryIsToldInASentence(String query) {
        assertThatIllegalArgumentException().isThrownBy(() -> Query.of(query)).withMessageStartingWith("the query ");
    }

    @Test
    void everyTextIsDecodedUnchanged() {
        Random random = new Random(7);
        for (int i = 0; i < 1_000; i++) {
            String text = random.ints(8, 0, 0x11000)
                    .filter(point -> point < 0xd800 || point > 0xdfff)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            String encoded = URLEncoder.encode(text, StandardCharsets.UTF_8);
            assertThat(Query.of("x=" + encoded)).containsEntry("x", text);
        }
    }
}
