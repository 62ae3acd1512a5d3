/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator;

import io.vsatlink.simulator.network.Sizes;
import io.vsatlink.simulator.tls.ServerCertificate;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Parses the command line into {@link Options}. */
@Command(
        name = "java -jar simulator.jar",
        description = "A simulated Satellite Provisioning Platform and ETMS on loopback.",
        sortOptions = false,
        usageHelpWidth = 110)
final class Arguments {
    static final int AN_HOUR_OF_MILLIS = 3_600_000;

    private static final int A_MILLION = 1_000_000;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "0",
            description = "Port to listen on; 0 = any free port (${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Seed of the generated network (${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--circuits",
            paramLabel = "N",
            defaultValue = "5000",
            description = "Number of circuits; the other datasets are in proportion (${DEFAULT-VALUE}).")
    private int circuits;

    @Option(
            names = "--username",
            paramLabel = "NAME",
            defaultValue = "vsat",
            description = "The account that may log in (${DEFAULT-VALUE}).")
    private String username;

    @Option(
            names = "--password",
            paramLabel = "TEXT",
            defaultValue = "secret",
            description = "Its password (${DEFAULT-VALUE}).")
    private String password;

    @Option(
            names = "--token-lifetime",
            paramLabel = "S",
            defaultValue = "3600",
            description = "Seconds until a token expires (${DEFAULT-VALUE}).")
    private int tokenLifetime;

    @Option(
            names = "--max-page-size",
            paramLabel = "N",
            defaultValue = "10000",
            description = "Maximum page size; larger pages are cut (${DEFAULT-VALUE}).")
    private int maxPageSize;

    @Option(names = "--prerender", description = "Keep pages in memory after the first request.")
    private boolean prerender;

    @Option(
            names = "--latency",
            paramLabel = "MS",
            defaultValue = "0",
            description = "Delay of each page (${DEFAULT-VALUE}).")
    private int latency;

    @Option(
            names = "--jitter",
            paramLabel = "MS",
            defaultValue = "0",
            description = "Maximum additional random delay (${DEFAULT-VALUE}).")
    private int jitter;

    @Option(
            names = "--quota",
            paramLabel = "N",
            defaultValue = "0",
            description = "Maximum calls in any one second; more are refused with 429 (0: no limit).")
    private int quota;

    @Option(names = "--quota-no-retry-after", description = "Send the 429 without Retry-After.")
    private boolean silentQuota;

    @Option(
            names = "--churn",
            paramLabel = "N",
            defaultValue = "0",
            description = "Number of rows to change before each page (${DEFAULT-VALUE}).")
    private int churn;

    @Option(
            names = "--replay",
            paramLabel = "FILE",
            description = "Be the vendor of this HTTP archive (HAR), and no other: give its answers.")
    private Path replay;

    @ArgGroup(exclusive = false)
    private TlsArguments tls;

    @Option(names = "--port-file", paramLabel = "FILE", description = "Write the port to this file when ready.")
    private Path portFile;

    @Option(names = "--exit-with-parent", description = "End when standard input ends.")
    private boolean exitWithParent;

    @Option(names = "--help", usageHelp = true, description = "Show this help.")
    private boolean help;

    @Mixin
    private EtmsArguments etms;

    /** The options of https. */
    static final class TlsArguments {
        @Option(
                names = "--tls",
                required = true,
                description = "Use https, with a certificate authority created at the start.")
        private boolean on;

        @Option(
                names = "--tls-certificate",
                paramLabel = "KIND",
                defaultValue = "good",
                description = "${COMPLETION-CANDIDATES} (${DEFAULT-VALUE}).")
        private ServerCertificate certificate;

        @Option(
                names = "--ca-file",
                paramLabel = "FILE",
                description = "Write the authority's certificate to this file, as PEM.")
        private Path caFile;
    }

    private Arguments() {}

    private static CommandLine commandLine() {
        return new CommandLine(new Arguments()).registerConverter(ServerCertificate.class, Arguments::certificate);
    }

    private static ServerCertificate certificate(String name) {
        return Arrays.stream(ServerCertificate.values())
                .filter(kind -> kind.toString().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new TypeConversionException("must be good, expired or wrong-host, not '" + name + "'"));
    }

    static String usage() {
        return commandLine().getUsageMessage();
    }

    static Options parse(String... words) throws Options.UsageException {
        CommandLine line = commandLine();
        try {
            line.parseArgs(words);
            Arguments given = line.getCommand();
            return given.options();
        } catch (ParameterException e) {
            throw new Options.UsageException(e.getMessage());
        }
    }

    private Options options() {
        Range ranges = new Range(spec.commandLine());
        return new Options(
                ranges.check("--port", port, 0, 65_535),
                seed,
                ranges.check("--circuits", circuits, 1, Sizes.MAX_CIRCUITS),
                username,
                password,
                Duration.ofSeconds(ranges.check("--token-lifetime", tokenLifetime, 1, Integer.MAX_VALUE)),
                ranges.check("--max-page-size", maxPageSize, 1, A_MILLION),
                prerender,
                new Options.Traffic(
                        ranges.check("--latency", latency, 0, AN_HOUR_OF_MILLIS),
                        ranges.check("--jitter", jitter, 0, AN_HOUR_OF_MILLIS),
                        ranges.check("--quota", quota, 0, A_MILLION),
                        !silentQuota,
                        ranges.check("--churn", churn, 0, A_MILLION)),
                etms.settings(ranges),
                Optional.ofNullable(replay),
                Optional.ofNullable(tls)
                        .filter(given -> given.on)
                        .map(given -> new Options.Tls(given.certificate, Optional.ofNullable(given.caFile))),
                Optional.ofNullable(portFile),
                exitWithParent,
                help);
    }
}
