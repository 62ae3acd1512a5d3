package io.vsatlink.simulator;

import io.vsatlink.simulator.etms.EtmsSettings;
import io.vsatlink.simulator.network.Sizes;
import io.vsatlink.simulator.tls.ServerCertificate;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the command line says.
 *
 * @param tls empty for plain http
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
        Optional<Tls> tls,
        Optional<Path> portFile,
        boolean exitWithParent,
        boolean help) {

    /** How far away and how busy the vendor is; 0 for not at all. */
    public record Traffic(int latencyMillis, int jitterMillis, int quota, boolean saysRetryAfter, int churn) {}

    /** https. */
    public record Tls(ServerCertificate certificate, Optional<Path> caFile) {}

    static final int AN_HOUR_OF_MILLIS = 3_600_000;
    private static final Set<String> FLAGS =
            Set.of("--tls", "--quota-no-retry-after", "--prerender", "--exit-with-parent", "--help");
    private static final Set<String> VALUES = Set.of(
            "--port",
            "--seed",
            "--circuits",
            "--username",
            "--password",
            "--token-lifetime",
            "--max-page-size",
            "--latency",
            "--jitter",
            "--quota",
            "--churn",
            "--tls-certificate",
            "--ca-file",
            "--port-file");

    static final String USAGE =
            """
            java -jar simulator.jar [option ...] - a made-up Satellite Provisioning Platform and ETMS on loopback

              --port N                 port to listen on; 0 takes a free one (0)
              --seed N                 another seed gives another network (1)
              --circuits N             number of circuits; the other datasets are in proportion (5000)
              --username NAME          the account that may log in (vsat)
              --password TEXT          its password (secret)
              --token-lifetime S       seconds until a token expires (3600)
              --max-page-size N        larger pages are cut to this size (10000)
              --prerender              keep pages in memory once they were asked for
              --latency MS             every page takes so long (0)
              --jitter MS              and up to so much longer (0)
              --quota N                calls in any one second; more are answered with 429 (0: no limit)
              --quota-no-retry-after   the 429 does not say when to come again
              --churn N                change so many rows before each page of them (0)
              --tls                    https, with an authority made at start
              --tls-certificate KIND   good, expired or wrong-host (good)
              --ca-file FILE           write the authority's certificate there, as PEM
              --port-file FILE         write the port there when ready
              --exit-with-parent       end when standard input ends
              --help                   this text
            """
                    + EtmsOptions.USAGE;

    /** The command line cannot be understood; the message is one sentence. */
    public static final class UsageException extends Exception {
        UsageException(String message) {
            super(message);
        }
    }

    public static Options parse(String... words) throws UsageException {
        Arguments given = Arguments.split(words, both(FLAGS, EtmsOptions.FLAGS), both(VALUES, EtmsOptions.VALUES));
        return new Options(
                given.number("--port", 0, 0, 65_535),
                given.number("--seed", 1, Long.MIN_VALUE, Long.MAX_VALUE),
                given.number("--circuits", 5000, 1, Sizes.MAX_CIRCUITS),
                given.text("--username").orElse("vsat"),
                given.text("--password").orElse("secret"),
                Duration.ofSeconds(given.number("--token-lifetime", 3600, 1, Integer.MAX_VALUE)),
                given.number("--max-page-size", 10_000, 1, 1_000_000),
                given.has("--prerender"),
                new Traffic(
                        given.number("--latency", 0, 0, AN_HOUR_OF_MILLIS),
                        given.number("--jitter", 0, 0, AN_HOUR_OF_MILLIS),
                        given.number("--quota", 0, 0, 1_000_000),
                        !given.has("--quota-no-retry-after"),
                        given.number("--churn", 0, 0, 1_000_000)),
                EtmsOptions.read(given),
                tls(given),
                given.text("--port-file").map(Path::of),
                given.has("--exit-with-parent"),
                given.has("--help"));
    }

    private static Set<String> both(Set<String> some, Set<String> more) {
        return Stream.concat(some.stream(), more.stream()).collect(Collectors.toSet());
    }

    private static Optional<Tls> tls(Arguments given) throws UsageException {
        if (!given.has("--tls")) {
            if (given.has("--ca-file") || given.has("--tls-certificate")) {
                throw new UsageException("Options --ca-file and --tls-certificate need --tls.");
            }
            return Optional.empty();
        }
        String name = given.text("--tls-certificate").orElse("good");
        ServerCertificate certificate = ServerCertificate.named(name)
                .orElseThrow(() -> new UsageException(
                        "Option --tls-certificate must be good, expired or wrong-host, not \"" + name + "\"."));
        return Optional.of(new Tls(certificate, given.text("--ca-file").map(Path::of)));
    }
}
