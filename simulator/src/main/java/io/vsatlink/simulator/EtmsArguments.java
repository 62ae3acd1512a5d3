package io.vsatlink.simulator;

import io.vsatlink.simulator.etms.EtmsSettings;
import java.time.Duration;
import picocli.CommandLine.Option;

/** The part of the command line that is about ETMS. */
final class EtmsArguments {
    private static final int A_MILLION = 1_000_000;

    @Option(
            names = "--tickets",
            paramLabel = "N",
            defaultValue = "500",
            description = "Trouble tickets in ETMS at the start (${DEFAULT-VALUE}).")
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

    @Option(names = "--etms-service-account", description = "It is a service account.")
    private boolean serviceAccount;

    @Option(
            names = "--etms-api-key",
            paramLabel = "TEXT",
            defaultValue = "etms-key",
            description = "The key that the gateway asks for (${DEFAULT-VALUE}).")
    private String apiKey;

    @Option(
            names = "--etms-route-to",
            paramLabel = "NAME",
            defaultValue = "UAT",
            description = "The environment that there is (${DEFAULT-VALUE}).")
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
            description = "Larger parts of a list are cut to this size (${DEFAULT-VALUE}).")
    private int maxLimit;

    @Option(
            names = "--etms-activities",
            paramLabel = "N",
            defaultValue = "0",
            description = "An activity log comes in parts of at most so many (0: all at once).")
    private int activities;

    @Option(
            names = "--etms-latency",
            paramLabel = "MS",
            defaultValue = "0",
            description = "Each call of ETMS takes so long (${DEFAULT-VALUE}).")
    private int latency;

    @Option(
            names = "--etms-spike-arrest",
            paramLabel = "N",
            defaultValue = "0",
            description = "Calls a minute, smoothed; others are refused (0: no limit).")
    private int spikeArrest;

    @Option(
            names = "--etms-quota",
            paramLabel = "N",
            defaultValue = "0",
            description = "Calls in any one minute; more are refused (0: no limit).")
    private int quota;

    @Option(
            names = "--etms-desk",
            paramLabel = "N",
            defaultValue = "0",
            description = "People do so much to tickets before each page of a list (${DEFAULT-VALUE}).")
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
