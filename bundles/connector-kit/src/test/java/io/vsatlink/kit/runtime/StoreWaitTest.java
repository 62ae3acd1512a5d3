/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.kit.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.api.store.StoreException;
import io.vsatlink.api.store.StoreOpeningException;
import io.vsatlink.parameters.ChangeSignal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StoreWaitTest {
    private final PrintStream before = System.err;
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final StoreWait wait = new StoreWait("uat", new ChangeSignal());

    @BeforeEach
    void listen() {
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void listenNoMore() {
        System.setErr(before);
    }

    @Test
    void aDatabaseThatIsBeingOpenedIsShownAndIsNoNews() {
        fail(new StoreOpeningException("it is being opened"));
        assertThat(wait.problem()).isEqualTo("it is being opened");
        wait.run(() -> {});
        assertThat(wait.problem()).isEmpty();
        assertThat(log.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void aDatabaseThatIsAwayIsToldOnceAndSoIsItsReturn() {
        fail(new StoreOpeningException("it is being opened"));
        for (int look = 0; look < 3; look++) {
            fail(new StoreException("the disk is full"));
        }
        assertThat(wait.problem()).isEqualTo("the disk is full");
        wait.run(() -> {});
        wait.run(() -> {});
        assertThat(log.toString(StandardCharsets.UTF_8).lines())
                .satisfiesExactly(
                        away -> assertThat(away)
                                .contains("WARN")
                                .endsWith("Scheduled work is paused: the disk is full"),
                        back -> assertThat(back).contains("INFO").endsWith("The database is available again"));
    }

    @Test
    void anErrorOfOursIsShownAndToldOnceUntilATickGoesWell() {
        for (int look = 0; look < 3; look++) {
            wait.run(() -> {
                throw new IllegalStateException("ours");
            });
        }
        assertThat(wait.problem()).isEqualTo("internal error, see the log: java.lang.IllegalStateException: ours");
        assertThat(log.toString(StandardCharsets.UTF_8).lines().filter(line -> line.contains("ERROR")))
                .hasSize(1);
        wait.run(() -> {});
        assertThat(wait.problem()).isEmpty();
    }

    private void fail(StoreException failure) {
        wait.run(() -> {
            throw failure;
        });
    }
}
