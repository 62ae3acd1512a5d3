package io.vsatlink.simulator;

import io.vsatlink.simulator.network.Sizes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the command line says. */
public record Options(
        int port,
        long seed,
        int circuits,
        String username,
        String password,
        Duration tokenLifetime,
        int maxPageSize,
        Optional<Path> portFile,
        boolean exitWithParent,
        boolean help) {

    private static final Set<String> FLAGS = Set.of("--exit-with-parent", "--help");
    private static final Set<String> VALUES = Set.of(
            "--port",
            "--seed",
            "--circuits",
            "--username",
            "--password",
            "--token-lifetime",
            "--max-page-size",
            "--port-file");

    static final String USAGE =
            """
            java -jar simulator.jar [option ...] - a made-up Satellite Provisioning Platform on loopback

              --port N             port to listen on; 0 takes a free one (0)
              --seed N             another seed gives another network (1)
              --circuits N         number of circuits; the other datasets are in proportion (5000)
              --username NAME      the account that may log in (vsat)
              --password TEXT      its password (secret)
              --token-lifetime S   seconds until a token expires (3600)
              --max-page-size N    larger pages are cut to this size (10000)
              --port-file FILE     write the port there when ready
              --exit-with-parent   end when standard input ends
              --help               this text
            """;

    /** The command line cannot be understood; the message is one sentence. */
    public static final class UsageException extends Exception {
        UsageException(String message) {
            super(message);
        }
    }

    public static Options parse(String... arguments) throws UsageException {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < arguments.length; i++) {
            String option = arguments[i];
            if (FLAGS.contains(option)) {
                given.put(option, "");
            } else if (!VALUES.contains(option)) {
                throw new UsageException("Unknown option " + option + "; --help lists what there is.");
            } else if (++i == arguments.length) {
                throw new UsageException("Option " + option + " needs a value.");
            } else {
                given.put(option, arguments[i]);
            }
        }
        return new Options(
                (int) number(given, "--port", 0, 0, 65_535),
                number(given, "--seed", 1, Long.MIN_VALUE, Long.MAX_VALUE),
                (int) number(given, "--circuits", 5000, 1, Sizes.MAX_CIRCUITS),
                given.getOrDefault("--username", "vsat"),
                given.getOrDefault("--password", "secret"),
                Duration.ofSeconds(number(given, "--token-lifetime", 3600, 1, Integer.MAX_VALUE)),
                (int) number(given, "--max-page-size", 10_000, 1, 1_000_000),
                Optional.ofNullable(given.get("--port-file")).map(Path::of),
                given.containsKey("--exit-with-parent"),
                given.containsKey("--help"));
    }

    private static long number(Map<String, String> given, String option, long fallback, long least, long most)
            throws UsageException {
        String text = given.get(option);
        if (text == null) {
            return fallback;
        }
        try {
            long value = Long.parseLong(text);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            // said below, together with numbers out of range
        }
        throw new UsageException("Option " + option + " must be a whole number from " + least + " to " + most
                + ", not \"" + text + "\".");
    }
}
