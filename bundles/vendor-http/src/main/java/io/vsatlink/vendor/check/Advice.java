package io.vsatlink.vendor.check;

import io.vsatlink.vendor.item.Item;
import io.vsatlink.vendor.profile.ColumnProfile;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What to change in a profile, by what a page showed. */
record Advice(ListingReport report) {
    private static final Pattern NUMBER_FOR_TIME =
            Pattern.compile("(\\w+): \"?(\\d{9,10}|\\d{12,13})\"? is not a time with an offset");
    private static final Pattern NO_TIME = Pattern.compile("(\\w+): \"(.*)\" is not a time with an offset");
    private static final Pattern COMMA = Pattern.compile("(\\w+): \"-?[\\d.]*,\\d+\" is not a (whole )?number");
    private static final Pattern NO_BOOLEAN = Pattern.compile("(\\w+): (\\S+) is not true or false");
    private static final Pattern LACKS = Pattern.compile("the answer has no (/\\S*)");

    List<String> all() {
        Set<String> advice = new LinkedHashSet<>();
        lacks().ifPresent(advice::add);
        report.setAside().stream().map(this::of).forEach(advice::add);
        if (report.failure().isEmpty() && report.tally().items() > 0) {
            advice.addAll(notFound());
        }
        return new ArrayList<>(advice);
    }

    private Optional<String> lacks() {
        Matcher lacks = LACKS.matcher(report.failure());
        return lacks.find()
                ? Optional.of("correct the pointer that is " + lacks.group(1).replaceAll(";$", "")
                        + " now; where the vendor does not tell it, leave it out")
                : Optional.empty();
    }

    private String of(Item.SetAside bad) {
        Matcher number = NUMBER_FOR_TIME.matcher(bad.reason());
        if (number.find()) {
            return "%s: write \"written\": \"%s\""
                    .formatted(number.group(1), number.group(2).length() > 10 ? "epochMillis" : "epochSeconds");
        }
        Matcher time = NO_TIME.matcher(bad.reason());
        if (time.find()) {
            return "%s: say how the vendor writes times, \"written\": {\"pattern\": …, \"zone\": …}"
                    .formatted(time.group(1));
        }
        Matcher comma = COMMA.matcher(bad.reason());
        if (comma.find()) {
            return "%s: write \"written\": {\"decimal\": \",\", \"grouping\": \".\"}".formatted(comma.group(1));
        }
        Matcher bool = NO_BOOLEAN.matcher(bad.reason());
        if (bool.find()) {
            return "%s: translate %s by a \"table\" to \"true\" or \"false\"".formatted(bool.group(1), bool.group(2));
        }
        return bad.reason().contains("the key is missing")
                ? "correct the pointer of the key: nothing can be stored without it"
                : "look at \"" + bad.reason() + "\": another pointer, a \"table\", or \"written\" may help";
    }

    private List<String> notFound() {
        List<String> advice = new ArrayList<>();
        for (int i = 0; i < report.columns().size(); i++) {
            ColumnProfile column = report.columns().get(i);
            if (column != null && report.tally().told(i) == 0) {
                advice.add(notFound(column));
            }
        }
        return advice;
    }

    private String notFound(ColumnProfile column) {
        String where = column.name() + ": no row has " + column.place();
        Optional<String> alike = report.tally().unknown().keySet().stream()
                .filter(field -> plain(field.replaceAll(".*/", "")).equals(plain(column.name())))
                .findFirst();
        if (alike.isPresent()) {
            return where + ", but /" + alike.get() + " is there: is it that?";
        }
        return where + "; correct the pointer, or write null where the vendor has none";
    }

    /** Names as {@code service_tier} and {@code serviceTier} are one. */
    private static String plain(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
    }
}
