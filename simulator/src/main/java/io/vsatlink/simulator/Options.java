/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator;

import io.vsatlink.simulator.etms.EtmsSettings;
import io.vsatlink.simulator.tls.ServerCertificate;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * The options of the command line.
 *
 * @param replay an HTTP archive whose answers are given instead of generated ones
 * @param tls the TLS options; empty for plain http
 */
public record Options(
        int port,
        long seed,
        int circuits,
        String username,
        String password,
        Duration tokenLifetime,
        int maxPageSize,
        boolean prerender,
        Traffic traffic,
        EtmsSettings etms,
        Optional<Path> replay,
        Optional<Tls> tls,
        Optional<Path> portFile,
        boolean exitWithParent,
        boolean help) {

    /** The response time and the limits of the vendor; 0 for none. */
    public record Traffic(int latencyMillis, int jitterMillis, int quota, boolean saysRetryAfter, int churn) {}

    /** The options of https. */
    public record Tls(ServerCertificate certificate, Optional<Path> caFile) {}

    /** Returns the options and their defaults, as text. */
    static String usage() {
        return Arguments.usage();
    }

    /** The command line is invalid; the message is one sentence. */
    public static final class UsageException extends Exception {
        UsageException(String message) {
            super(message);
        }
    }

    public static Options parse(String... words) throws UsageException {
        return Arguments.parse(words);
    }
}
