/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.console.login;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KnownBrowsersTest {
    private final KnownBrowsers browsers = new KnownBrowsers();

    @Test
    void aBrowserIsKnownOnlyForTheUserWhoLoggedInFromIt() {
        String token = browsers.remember("", "ada");
        assertThat(browsers.isOf(token, "ada")).isTrue();
        assertThat(browsers.isOf(token, "max")).isFalse();
        assertThat(browsers.isOf("", "ada")).isFalse();
        assertThat(browsers.isOf("guessed", "ada")).isFalse();
        assertThat(browsers.remember(token, "ada")).isEqualTo(token);
        assertThat(browsers.remember(token, "max")).isNotEqualTo(token);
    }

    @Test
    void remembersAThousandBrowsers() {
        String first = browsers.remember("", "ada");
        for (int i = 0; i < 1_000; i++) {
            browsers.remember("", "max");
        }
        assertThat(browsers.isOf(first, "ada")).isFalse();
    }
}
