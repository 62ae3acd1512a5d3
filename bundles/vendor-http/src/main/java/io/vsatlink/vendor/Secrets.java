package io.vsatlink.vendor;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts of the vendor, made fit for messages: short, on one line, and without what we must not show. */
final class Secrets {

    private static final int MAX = 200;
    private static final int MAX_START = 40;
    private static final Pattern TITLE = Pattern.compile("<title[^>]*>([^<]*)", Pattern.CASE_INSENSITIVE);

    private final Set<String> hidden;
    private volatile String token = "";

    /** @param hidden texts that must not be shown */
    Secrets(Set<String> hidden) {
        this.hidden = Set.copyOf(hidden);
    }

    void token(String current) {
        token = current;
    }

    /** A text of the vendor, e.g. an error's. */
    String clean(String text) {
        return shortened(masked(text), MAX);
    }

    /** How a text begins that should have been JSON. */
    String start(String text) {
        return "\"" + shortened(masked(text), MAX_START) + "\"";
    }

    /** What an error page says: its title, else its first words. */
    Optional<String> ofPage(String page) {
        Matcher title = TITLE.matcher(page);
        String text = title.find() ? title.group(1) : page.replaceAll("<[^>]*>?", " ");
        String clean = clean(text);
        return clean.isEmpty() ? Optional.empty() : Optional.of("\"" + clean + "\"");
    }

    private String masked(String text) {
        String masked = text;
        for (String each : hidden) {
            masked = each.isEmpty() ? masked : masked.replace(each, "***");
        }
        return token.isEmpty() ? masked : masked.replace(token, "***");
    }

    private static String shortened(String text, int max) {
        String line = text.replaceAll("[\\p{Cntrl}\\s\\uFEFF]+", " ").strip();
        return line.length() <= max ? line : line.substring(0, max) + "…";
    }

    @Override
    public String toString() {
        return "***";
    }
}
