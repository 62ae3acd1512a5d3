package io.vsatlink.simulator;

import io.vsatlink.simulator.etms.EtmsSettings;
import java.time.Duration;
import java.util.Set;

/** The part of the command line that is about ETMS. */
final class EtmsOptions {
    static final Set<String> FLAGS = Set.of("--etms-service-account");
    static final Set<String> VALUES = Set.of(
            "--tickets",
            "--etms-username",
            "--etms-password",
            "--etms-api-key",
            "--etms-route-to",
            "--etms-token-lifetime",
            "--etms-max-limit",
            "--etms-latency",
            "--etms-spike-arrest",
            "--etms-quota",
            "--etms-desk");

    static final String USAGE =
            """

              --tickets N              trouble tickets in ETMS at the start (500)
              --etms-username NAME     the account that may open a session (AutoVSATDataMiner)
              --etms-password TEXT     its password (secret)
              --etms-service-account   it is a service account
              --etms-api-key TEXT      the key that the gateway asks for (etms-key)
              --etms-route-to NAME     the environment that there is (UAT)
              --etms-token-lifetime S  seconds until a session expires (1800)
              --etms-max-limit N       larger parts of a list are cut to this size (500)
              --etms-latency MS        every call of ETMS takes so long (0)
              --etms-spike-arrest N    calls a minute, smoothed; others are refused (0: no limit)
              --etms-quota N           calls in any one minute; more are refused (0: no limit)
              --etms-desk N            people do so much to tickets before each page of a list (0)
            """;

    private EtmsOptions() {}

    static EtmsSettings read(Arguments given) throws Options.UsageException {
        return new EtmsSettings(
                given.number("--tickets", 500, 0, 10_000_000),
                given.text("--etms-username").orElse("AutoVSATDataMiner"),
                given.text("--etms-password").orElse("secret"),
                given.has("--etms-service-account"),
                given.text("--etms-api-key").orElse("etms-key"),
                given.text("--etms-route-to").orElse("UAT"),
                Duration.ofSeconds(given.number("--etms-token-lifetime", 1800, 1, Integer.MAX_VALUE)),
                given.number("--etms-max-limit", 500, 1, 1_000_000),
                given.number("--etms-latency", 0, 0, Options.AN_HOUR_OF_MILLIS),
                given.number("--etms-spike-arrest", 0, 0, 1_000_000),
                given.number("--etms-quota", 0, 0, 1_000_000),
                given.number("--etms-desk", 0, 0, 1_000_000));
    }
}
