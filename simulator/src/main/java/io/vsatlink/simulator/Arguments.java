package io.vsatlink.simulator;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The words of a command line, by option; every complaint is a {@link Options.UsageException}. */
record Arguments(Map<String, String> given) {

    static Arguments split(String[] words, Set<String> flags, Set<String> valued) throws Options.UsageException {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < words.length; i++) {
            String option = words[i];
            if (flags.contains(option)) {
                given.put(option, "");
            } else if (!valued.contains(option)) {
                throw new Options.UsageException("Unknown option " + option + "; --help lists what there is.");
            } else if (++i == words.length) {
                throw new Options.UsageException("Option " + option + " needs a value.");
            } else {
                given.put(option, words[i]);
            }
        }
        return new Arguments(given);
    }

    boolean has(String option) {
        return given.containsKey(option);
    }

    Optional<String> text(String option) {
        return Optional.ofNullable(given.get(option));
    }

    int number(String option, int fallback, int least, int most) throws Options.UsageException {
        return (int) number(option, fallback, (long) least, most);
    }

    long number(String option, long fallback, long least, long most) throws Options.UsageException {
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
        throw new Options.UsageException("Option " + option + " must be a whole number from " + least + " to " + most
                + ", not \"" + text + "\".");
    }
}
