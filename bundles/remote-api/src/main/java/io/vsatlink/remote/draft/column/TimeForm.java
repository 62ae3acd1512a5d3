/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.draft.column;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import io.vsatlink.remote.draft.text.DraftText;
import io.vsatlink.time.IsoTime;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The format of times.
 *
 * @param written as in a profile; null for ISO 8601 with an offset
 * @param remark what a person must add or check; may be empty
 */
public record TimeForm(JsonNode written, String remark) {
    private static final Pattern SECONDS = Pattern.compile("\\d{9,10}(\\.\\d+)?");
    private static final Pattern MILLIS = Pattern.compile("\\d{12,13}");

    private static final String ZONE =
            "fill in \"zone\", for instance \"UTC\" or \"Europe/Brussels\": these times do not name theirs";
    private static final String DAY_FIRST = "check the order of day and month; " + ZONE;

    /** All are tried on all texts; the first that fits is used. */
    private static final List<String> PATTERNS = List.of(
            "yyyy-MM-dd'T'HH:mm:ss[.SSSSSSSSS][.SSSSSSS][.SSSSSS][.SSS]",
            "yyyy-MM-dd'T'HH:mm",
            "yyyy-MM-dd HH:mm:ss[.SSSSSS][.SSS]",
            "yyyy-MM-dd HH:mm",
            "yyyy/MM/dd HH:mm:ss",
            "yyyy/MM/dd HH:mm",
            "yyyyMMddHHmmss",
            "dd/MM/yyyy HH:mm:ss",
            "dd/MM/yyyy HH:mm",
            "MM/dd/yyyy HH:mm:ss",
            "MM/dd/yyyy HH:mm",
            "MM/dd/yyyy hh:mm:ss a",
            "MM/dd/yyyy hh:mm a",
            "dd.MM.yyyy HH:mm:ss",
            "dd.MM.yyyy HH:mm",
            "dd-MM-yyyy HH:mm:ss",
            "dd-MM-yyyy HH:mm",
            "dd-MMM-yyyy HH:mm:ss",
            "dd MMM yyyy HH:mm:ss",
            "MMM d, yyyy hh:mm a");

    /**
     * Empty if there is no text, if they are not times, or if they do not share a format that a profile can describe.
     */
    public static Optional<TimeForm> of(Collection<String> texts) {
        if (texts.isEmpty()) {
            return Optional.empty();
        }
        if (all(texts, TimeForm::isMoment)) {
            return Optional.of(new TimeForm(null, ""));
        }
        if (all(texts, MILLIS.asMatchPredicate())) {
            return Optional.of(new TimeForm(TextNode.valueOf("epochMillis"), ""));
        }
        if (all(texts, SECONDS.asMatchPredicate())) {
            return Optional.of(new TimeForm(TextNode.valueOf("epochSeconds"), ""));
        }
        return PATTERNS.stream()
                .filter(pattern -> all(texts, each -> fits(each, pattern)))
                .findFirst()
                .map(pattern -> pattern(pattern, texts));
    }

    /** How a profile writes it. */
    public String text() {
        return written == null ? "\"iso\"" : DraftText.inline(written);
    }

    private static TimeForm pattern(String pattern, Collection<String> texts) {
        String other = pattern.replace("dd/MM", "MM/dd").replace("dd-MM-", "MM-dd-");
        boolean unclear = !other.equals(pattern) && all(texts, each -> fits(each, other));
        return new TimeForm(
                JsonNodeFactory.instance.objectNode().put("pattern", shortest(pattern, texts)),
                unclear ? DAY_FIRST : ZONE);
    }

    /** Removes the fraction of a second if no text has one. */
    private static String shortest(String pattern, Collection<String> texts) {
        String plain = pattern.replaceAll("\\[[^\\]]*]", "");
        Stream<String> fractions = Pattern.compile("\\[[^\\]]*]")
                .matcher(pattern)
                .results()
                .map(each -> each.group().substring(1, each.group().length() - 1))
                .map(fraction -> plain + fraction);
        return Stream.concat(Stream.of(plain), fractions)
                .filter(each -> all(texts, text -> fits(text, each)))
                .findFirst()
                .orElse(pattern);
    }

    private static boolean all(Collection<String> texts, Predicate<String> test) {
        return texts.stream().map(String::strip).allMatch(test);
    }

    private static boolean isMoment(String text) {
        try {
            IsoTime.instant(text);
            return true;
        } catch (DateTimeException e) {
            return fits(text, DateTimeFormatter.RFC_1123_DATE_TIME);
        }
    }

    private static boolean fits(String text, String pattern) {
        return fits(text, DateTimeFormatter.ofPattern(pattern, Locale.ROOT));
    }

    private static boolean fits(String text, DateTimeFormatter formatter) {
        try {
            TemporalAccessor unused = formatter.parseBest(text, ZonedDateTime::from, LocalDateTime::from);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
