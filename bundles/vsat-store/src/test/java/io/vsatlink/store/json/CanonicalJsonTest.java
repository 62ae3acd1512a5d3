/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalJsonTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    {}                                        | {}
                    {"a":1}                                   | {"a":1}
                    {"b":1,"a":2}                             | {"a":2,"b":1}
                    {"b":{"d":[],"c":{}},"a":[{"y":1,"x":2}]} | {"a":[{"x":2,"y":1}],"b":{"c":{},"d":[]}}
                    [3,1,2]                                   | [3,1,2]
                    [ {"b" : "x , } ]" , "a":null } , true ]  | [{"a":null,"b":"x , } ]"},true]
                    {"b\\"":"\\\\","a":"\\""}                 | {"a":"\\"","b\\"":"\\\\"}
                    {"a":1,"a":2}                             | {"a":1,"a":2}
                    """)
    void membersAreSortedByNameAndListsAreKept(String text, String canonical) {
        assertThat(CanonicalJson.of(text)).isEqualTo(canonical);
        assertThat(CanonicalJson.of(canonical)).isEqualTo(canonical);
    }

    @Test
    void numbersAreComparedByValue() {
        for (List<String> same : List.of(
                List.of("1", "1.0", "1e0", "10E-1", "0.1e1"),
                List.of("0", "-0", "0.00", "0e99"),
                List.of("-2.5", "-2.50", "-25e-1"),
                List.of("100", "1e2", "100.0"),
                List.of("1e99999999", "10e99999998"),
                List.of("12345678901234567890123", "12345678901234567890123.0"))) {
            assertThat(same.stream().map(CanonicalJson::of).distinct())
                    .as("%s", same)
                    .hasSize(1);
        }
        assertThat(List.of("1", "-1", "10", "0.1", "1.1", "11", "\"1\"").stream()
                        .map(CanonicalJson::of)
                        .distinct())
                .hasSize(7);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "{\"b\":1,\"a\":2",
                "{\"b\":1,\"a\":2}}",
                "{\"b\":1 \"a\":2}",
                "{b:1,a:2}",
                "[1,]",
                "\"",
                "\"\\",
                "{\"b\":,\"a\":1}",
                "nul",
                "1e",
                "1e9999999999999999",
                "--1",
                "{\"b\":1,\"a\"}"
            })
    void textThatIsNotJsonIsUnchanged(String text) {
        assertThat(CanonicalJson.of(text)).isEqualTo(text);
    }

    @Test
    void excessivelyNestedTextIsUnchanged() {
        String deep = "[".repeat(100_000) + "]".repeat(100_000);
        assertThat(CanonicalJson.of(deep)).isEqualTo(deep);
    }

    @Test
    void nullEqualsOnlyNull() {
        assertThat(CanonicalJson.same(null, null)).isTrue();
        assertThat(CanonicalJson.same(null, "{}")).isFalse();
        assertThat(CanonicalJson.same("{\"b\":1,\"a\":2}", "{\"a\":2,\"b\":1}")).isTrue();
        assertThat(CanonicalJson.same("{\"a\":1}", "{\"a\":2}")).isFalse();
    }
}
