/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.access.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostNamesTest {
    private final AtomicInteger asked = new AtomicInteger();
    private final HostNames names = new HostNames("console.noc.example, Karaf.Example.", () -> {
        asked.incrementAndGet();
        return Set.of("nms1.noc.example");
    });

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.0.0.1:8181",
                "10.1.2.3:8443",
                "[::1]:8181",
                "[2001:db8::7]",
                "localhost",
                "LOCALHOST:8181",
                "localhost.:8181",
                "karaf:8181",
                "a.localhost:8181",
                "console.noc.example",
                "Console.NOC.example:8443",
                "karaf.example",
                "nms1.noc.example:8181"
            })
    void aNameThatNobodyElseCanOwnIsOurs(String header) {
        assertThat(names.includes(header)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:8181",
                "127.0.0.1.evil.example:8181",
                "127.0.0.1.nip.io",
                "localhost.evil.example",
                "evil.console.noc.example",
                "console.noc.example.evil.example",
                "1.2.3.4.5",
                "[::1].evil.example"
            })
    void aNameThatCanBeLedHereIsNot(String header) {
        assertThat(names.includes(header)).isFalse();
    }

    @Test
    void theNameServiceIsAskedOnceAndOnlyIfNeeded() {
        names.includes("127.0.0.1");
        assertThat(asked).hasValue(0);
        names.includes("evil.example");
        names.includes("evil.example");
        assertThat(asked).hasValue(1);
    }

    @Test
    void acceptsACallWithoutTheHeader() {
        assertThat(names.includes(null)).isTrue();
    }
}
