/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** Values that are masked because of their names, in the formats of bodies, addresses and headers. */
class NamedSecretsTest {
    private static String masked(String text) {
        return new NamedSecrets(Set.of("mine")).masked(text);
    }

    @Test
    void ofJson() {
        assertThat(masked("{\"a\":1,\"client_secret\" : \"x\\\"y\",\"b\":\"c\"}"))
                .isEqualTo("{\"a\":1,\"client_secret\" : \"***\",\"b\":\"c\"}");
        assertThat(masked("{\"accessToken\":4711,\"b\":2}")).isEqualTo("{\"accessToken\":\"***\",\"b\":2}");
        assertThat(masked("{\"password\":null,\"secret\":true,\"credentials\":{\"password\":\"x\"}}"))
                .isEqualTo("{\"password\":null,\"secret\":true,\"credentials\":{\"password\":\"***\"}}");
        assertThat(masked("{\"text\":\"{\\\"password\\\":\\\"x\\\"}\"}"))
                .isEqualTo("{\"text\":\"{\\\"password\\\":\\\"***\\\"}\"}");
    }

    @Test
    void ofFormsAddressesXmlAndHeaders() {
        assertThat(masked("user=a&password=x+y&b=c")).isEqualTo("user=a&password=***&b=c");
        assertThat(masked("/x?mine=1&b=2&token=abc#d")).startsWith("/x?mine=***&b=2&token=***");
        assertThat(masked("<a><password>x</password><b token=\"y\"/></a>"))
                .isEqualTo("<a><password>***</password><b token=\"***\"/></a>");
        assertThat(masked("Digest a=b, api-key=x, c=d")).isEqualTo("Digest a=b, api-key=***, c=d");
    }

    @Test
    void whatOnlyLooksLikeThatStays() {
        for (String text : new String[] {
            "{\"nextPageToken\":\"abc\"}",
            "{\"cursorToken\":\"abc\"}",
            "{\"token_type\":\"Bearer\",\"tokenExpires\":5}",
            "the password is wrong",
            "{\"key\":\"CIR-1\",\"minefield\":\"a\"}",
            ""
        }) {
            assertThat(masked(text)).isEqualTo(text);
        }
    }

    @Test
    void aCutOffValueIsMaskedToo() {
        assertThat(masked("{\"password\":\"abc")).isEqualTo("{\"password\":\"***");
        assertThat(masked("password=")).isEqualTo("password=");
        assertThat(masked("a=1&password")).isEqualTo("a=1&password");
    }
}
