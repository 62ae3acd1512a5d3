/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.check;

import io.vsatlink.api.dataset.ColumnType;
import io.vsatlink.api.text.Counted;
import io.vsatlink.remote.draft.column.NoValue;
import io.vsatlink.remote.draft.column.TimeForm;
import io.vsatlink.remote.item.Problem;
import io.vsatlink.remote.profile.ListingProfile;
import io.vsatlink.remote.profile.column.ColumnProfile;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Proposes changes to a profile from what was read, one line per kind of mistake. */
record Advice(ListingReport report) {
    private static final Pattern LACKS = Pattern.compile("has no (/[^\\s;]*)");
    private static final Pattern ERROR = Pattern.compile(
            "; it has (.*, )?(error|errors|fault|code|errorCode|errcode|msg|message)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern NO_OBJECTS =
            Pattern.compile("(none of the \\d+ rows|the only row) .* is (not )?an object");
    private static final Pattern WORD = Pattern.compile("\"\\D*\"");
    private static final int MOST_WORDS = 12;
    private static final Pattern COMMA = Pattern.compile("\"-?[\\d.]*,\\d+\"");
    private static final Pattern NOTHING = Pattern.compile("\"(\\D*|[0:./TZ -]*)\"");
    private static final Pattern ID = Pattern.compile("(?i)(id|number|key|uuid|code)$");
    private static final int LONGEST_FOR_NOTHING = 25;

    List<String> all() {
        Set<String> advice = new LinkedHashSet<>();
        ofFailure().ifPresent(advice::add);
        report.setAside().stream().map(this::of).flatMap(Optional::stream).forEach(advice::add);
        if (report.failure().isEmpty() && report.tally().items() > 0) {
            advice.addAll(notFound());
        }
        return new ArrayList<>(advice);
    }

    private Optional<String> ofFailure() {
        Matcher lacks = LACKS.matcher(report.failure());
        if (lacks.find()) {
            return Optional.of(lacks(lacks.group(1)));
        }
        return NO_OBJECTS.matcher(report.failure()).find()
                ? Optional.of("find the call that returns complete rows: these are only references")
                : Optional.empty();
    }

    private String lacks(String pointer) {
        ListingProfile listing = report.listing();
        return pointer.equals(listing.paging().facts().totalPointer())
                ? "correct totalPointer, which is " + pointer + " now, or omit it if the vendor reports no total"
                : "correct itemsPointer, which is " + pointer + " now"
                        + (ERROR.matcher(report.failure()).find()
                                ? "; or, if this response is an error, describe it in errors with inside200"
                                : "");
    }

    private Optional<String> of(SetAsideKind kind) {
        Problem problem = kind.problem();
        if (problem.kind().equals(Problem.KEY_MISSING)) {
            return Optional.of(
                    kind.rows() == report.tally().items()
                            ? "correct the pointer of the key: nothing can be stored without it" + candidates()
                            : "ask the vendor about the key of " + Counted.of(kind.rows(), "row")
                                    + ": other rows have it at the pointer");
        }
        return report.columns().stream()
                .filter(Objects::nonNull)
                .filter(column -> column.name().equals(problem.column()))
                .findFirst()
                .filter(column -> !kind.values().isEmpty())
                .map(column -> column.name() + ": " + of(column, kind.values()));
    }

    /** Members that every row has and whose names look like an id. */
    private String candidates() {
        String ids = report.tally().unknown().entrySet().stream()
                .filter(each -> each.getValue().items() == report.tally().items())
                .map(Map.Entry::getKey)
                .filter(name -> ID.matcher(name).find())
                .map(name -> "/" + name)
                .collect(Collectors.joining(", "));
        return ids.isEmpty() ? "" : "; each row has " + ids;
    }

    private static String of(ColumnProfile column, Set<String> values) {
        Predicate<String> no = value -> NoValue.is(text(value));
        List<String> some = values.stream().filter(no.negate()).toList();
        List<String> none = values.stream().filter(no).toList();
        String missing = none.isEmpty() || some.isEmpty() ? "" : "; " + missing(none);
        Optional<TimeForm> form = column.type() == ColumnType.TIME
                ? TimeForm.of(some.stream().map(Advice::text).toList())
                : Optional.empty();
        if (form.isPresent()) {
            String remark =
                    form.get().remark().isEmpty() ? "" : "; " + form.get().remark();
            return "write \"written\": " + form.get().text() + remark + missing;
        }
        if (!some.isEmpty() && some.stream().allMatch(COMMA.asMatchPredicate())) {
            return "write \"written\": {\"decimal\": \",\", \"grouping\": \".\"}" + missing;
        }
        String all = String.join(", ", values);
        if (column.type() == ColumnType.BOOLEAN) {
            return "translate " + all + " with a \"table\" to \"true\" or \"false\"";
        }
        if (values.size() == 1 || some.isEmpty()) {
            return single(column, values.size() == 1 ? all : String.join(", ", none));
        }
        boolean words = some.size() <= MOST_WORDS && some.stream().allMatch(WORD.asMatchPredicate());
        return words ? "translate " + String.join(", ", some) + " by a \"table\"" + missing : unclear(column) + missing;
    }

    private static String single(ColumnProfile column, String value) {
        return NOTHING.matcher(value).matches() && value.length() < LONGEST_FOR_NOTHING
                ? missing(List.of(value)) + "; else translate it by a \"table\""
                : unclear(column);
    }

    private static String missing(List<String> none) {
        String all = String.join(", ", none);
        return "if " + all + (none.size() == 1 ? " means" : " mean") + " no value, write \"missing\": [\"\", " + all
                + "]";
    }

    private static String unclear(ColumnProfile column) {
        return column.type() == ColumnType.TIME
                ? "describe how the vendor writes times, \"written\": {\"pattern\": …, \"zone\": …}"
                : "another pointer, a \"table\", or \"written\" may help";
    }

    /** The content of a text; other values as JSON. */
    private static String text(String value) {
        boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1) : value;
    }

    private List<String> notFound() {
        List<String> advice = new ArrayList<>();
        for (int i = 0; i < report.columns().size(); i++) {
            ColumnProfile column = report.columns().get(i);
            if (column != null && report.tally().told(i) == 0) {
                advice.add(notFound(column));
            } else if (column != null && column.cleaning().split() != null && report.found(i) == 0) {
                advice.add(column.name() + ": no row has part "
                        + column.cleaning().part() + " of " + column.place() + "; correct \"split\"");
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
            return where + ", but /" + alike.get() + " exists: is that the field?";
        }
        return where + "; correct the pointer, or write null if the vendor does not have it";
    }

    /** Makes names comparable: {@code service_tier} equals {@code serviceTier}. */
    private static String plain(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
    }
}
