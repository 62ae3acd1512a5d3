/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator;

import io.vsatlink.simulator.etms.EtmsSettings;
import java.time.Duration;
import picocli.CommandLine.Option;

/** Parses the part of the command line that configures ETMS. */
final class EtmsArguments {
    private static final int A_MILLION = 1_000_000;

    @Option(
            names = "--tickets",
            paramLabel = "N",
            defaultValue = "500",
            description = "Number of trouble tickets in ETMS at the start (${DEFAULT-VALUE}).")
    private int tickets;

    @Option(
            names = "--etms-username",
            paramLabel = "NAME",
            defaultValue = "AutoVSATDataMiner",
            description = "The account that may open a session (${DEFAULT-VALUE}).")
    private String username;

    @Option(
            names = "--etms-password",
            paramLabel = "TEXT",
            defaultValue = "secret",
            description = "Its password (${DEFAULT-VALUE}).")
    private String password;

    @Option(names = "--etms-service-account", description = "The account is a service account.")
    private boolean serviceAccount;

    @Option(
            names = "--etms-api-key",
            paramLabel = "TEXT",
            defaultValue = "etms-key",
            description = "The API key that the gateway requires (${DEFAULT-VALUE}).")
    private String apiKey;

    @Option(
            names = "--etms-route-to",
            paramLabel = "NAME",
            defaultValue = "UAT",
            description = "The name of the only environment (${DEFAULT-VALUE}).")
    private String route;

    @Option(
            names = "--etms-token-lifetime",
            paramLabel = "S",
            defaultValue = "1800",
            description = "Seconds until a session expires (${DEFAULT-VALUE}).")
    private int tokenLifetime;

    @Option(
            names = "--etms-max-limit",
            paramLabel = "N",
            defaultValue = "500",
            description = "Maximum size of a part of a list; larger parts are cut (${DEFAULT-VALUE}).")
    private int maxLimit;

    @Option(
            names = "--etms-activities",
            paramLabel = "N",
            defaultValue = "0",
            description = "Maximum entries per part of an activity log (0: all at once).")
    private int activities;

    @Option(
            names = "--etms-latency",
            paramLabel = "MS",
            defaultValue = "0",
            description = "Delay of each ETMS call (${DEFAULT-VALUE}).")
    private int latency;

    @Option(
            names = "--etms-spike-arrest",
            paramLabel = "N",
            defaultValue = "0",
            description = "Maximum calls a minute, smoothed; more are refused (0: no limit).")
    private int spikeArrest;

    @Option(
            names = "--etms-quota",
            paramLabel = "N",
            defaultValue = "0",
            description = "Maximum calls in any one minute; more are refused (0: no limit).")
    private int quota;

    @Option(
            names = "--etms-desk",
            paramLabel = "N",
            defaultValue = "0",
            description = "Number of ticket changes by people before each page of a list (${DEFAULT-VALUE}).")
    private int desk;

    EtmsSettings settings(Range ranges) {
        return new EtmsSettings(
                ranges.check("--tickets", tickets, 0, 10_000_000),
                username,
                password,
                serviceAccount,
                apiKey,
                route,
                Duration.ofSeconds(ranges.check("--etms-token-lifetime", tokenLifetime, 1, Integer.MAX_VALUE)),
                ranges.check("--etms-max-limit", maxLimit, 1, A_MILLION),
                ranges.check("--etms-activities", activities, 0, A_MILLION),
                ranges.check("--etms-latency", latency, 0, Arguments.AN_HOUR_OF_MILLIS),
                ranges.check("--etms-spike-arrest", spikeArrest, 0, A_MILLION),
                ranges.check("--etms-quota", quota, 0, A_MILLION),
                ranges.check("--etms-desk", desk, 0, A_MILLION));
    }
}
