/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.draft.column;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vsatlink.api.dataset.ColumnType;
import io.vsatlink.remote.draft.sample.Field;
import io.vsatlink.remote.draft.sample.Field.Kind;
import io.vsatlink.remote.draft.text.DraftText;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Whether the values of a field can be values of a column.
 *
 * @param fits false if no profile could convert them
 * @param more what the profile needs for the column besides its pointer
 * @param remark what a person must add or check; may be empty
 */
record Fit(boolean fits, ObjectNode more, String remark) {
    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,18}");
    private static final Pattern DECIMAL = Pattern.compile("[+-]?\\d*\\.?\\d+([eE][+-]?\\d+)?");
    private static final Pattern COMMA = Pattern.compile("[+-]?[\\d.]*,\\d+");
    private static final int MOST_WORDS = 12;

    private static final Map<Set<String>, Map<String, String>> FLAGS = Map.of(
            Set.of("y", "n"), Map.of("y", "true", "n", "false"),
            Set.of("yes", "no"), Map.of("yes", "true", "no", "false"),
            Set.of("1", "0"), Map.of("1", "true", "0", "false"));

    static Fit of(ColumnType type, Field field) {
        List<String> texts = field.values().keySet().stream()
                .filter(text -> !NoValue.is(text))
                .toList();
        boolean lists = field.kinds().contains(Kind.SCALARS);
        if (type == ColumnType.OBJECTS) {
            return field.kinds().contains(Kind.OBJECTS) || lists ? plain() : no();
        }
        if (lists || field.isMultiple()) {
            return type == ColumnType.TEXT && !field.kinds().contains(Kind.OBJECTS) ? list() : no();
        }
        if (texts.isEmpty()) {
            return field.isScalar() ? plain() : no();
        }
        return switch (type) {
            case TEXT -> plain();
            case INTEGER -> number(texts, WHOLE.asMatchPredicate());
            case DECIMAL -> number(texts, DECIMAL.asMatchPredicate());
            case BOOLEAN -> flag(texts);
            default -> time(texts);
        };
    }

    private static Fit plain() {
        return new Fit(true, object(), "");
    }

    private static Fit no() {
        return new Fit(false, object(), "");
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static Fit list() {
        return new Fit(true, object().put("list", "; "), "");
    }

    private static Fit number(List<String> texts, Predicate<String> test) {
        if (texts.stream().allMatch(test)) {
            return plain();
        }
        if (texts.stream().allMatch(COMMA.asMatchPredicate().or(test))) {
            ObjectNode more = object();
            more.putObject("written").put("decimal", ",").put("grouping", ".");
            return new Fit(true, more, "");
        }
        return words(texts, "a number");
    }

    /** Values that a translation table could convert; only a person can write it. */
    private static Fit words(List<String> texts, String wanted) {
        if (texts.size() > MOST_WORDS) {
            return no();
        }
        String words = String.join(", ", texts.stream().map(DraftText::quoted).toList());
        return new Fit(false, object(), "fill in a \"table\" from each text to " + wanted + ": " + words);
    }

    private static Fit flag(List<String> texts) {
        Set<String> plain = Set.copyOf(texts.stream()
                .map(text -> text.strip().toLowerCase(Locale.ROOT))
                .toList());
        if (Set.of("true", "false").containsAll(plain)) {
            return plain();
        }
        Optional<Map<String, String>> flags = FLAGS.entrySet().stream()
                .filter(each -> each.getKey().containsAll(plain))
                .map(Map.Entry::getValue)
                .findFirst();
        if (flags.isEmpty()) {
            return words(texts, "\"true\" or \"false\"");
        }
        ObjectNode more = object();
        ObjectNode table = more.putObject("table");
        texts.forEach(text -> table.put(text, flags.get().get(text.strip().toLowerCase(Locale.ROOT))));
        return new Fit(true, more, "the table is a guess");
    }

    private static Fit time(List<String> texts) {
        Optional<TimeForm> form = TimeForm.of(texts);
        if (form.isEmpty()) {
            return no();
        }
        ObjectNode more = object();
        if (form.get().written() != null) {
            more.set("written", form.get().written());
        }
        return new Fit(true, more, form.get().remark());
    }
}
