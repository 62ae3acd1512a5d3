/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A vendor with some tickets, and a client with a session. */
abstract class EtmsTestCase {
    Bench bench;
    EtmsClient stranger;
    EtmsClient client;

    @BeforeEach
    void login() throws Exception {
        bench = new Bench("--circuits", "100", "--tickets", "300", "--etms-token-lifetime", "60");
        stranger = new EtmsClient(bench);
        client = stranger.loggedIn();
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    /** Sends a request to the ETMS control endpoint. */
    Bench.Answer order(String path, String body) throws Exception {
        Bench.Answer answer = bench.control("POST", "etms/" + path, body);
        if (answer.status() != 200) {
            throw new IllegalArgumentException(answer.text());
        }
        return answer;
    }
}
