/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.draft.column;

import io.vsatlink.remote.draft.sample.Field;
import io.vsatlink.remote.draft.sample.Fields;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Texts that vendors use for "no value". */
public final class NoValue {
    private static final Set<String> WORDS = Set.of("", "-", "--", "n/a", "null", "none");

    /** Placeholder dates. */
    private static final Pattern ZERO_DATE = Pattern.compile("(0000-00-00|0001-01-01|00/00/0000)([T ][0:.]*Z?)?");

    private NoValue() {}

    public static boolean is(String text) {
        String plain = text.strip().toLowerCase(Locale.ROOT);
        return WORDS.contains(plain) || ZERO_DATE.matcher(text.strip()).matches();
    }

    /** Those that occur in these fields, in the vendor's spelling. */
    public static Set<String> among(List<Fields> listings) {
        Set<String> found = new TreeSet<>();
        listings.stream()
                .flatMap(fields -> fields.all().stream())
                .filter(field -> field.kinds().contains(Field.Kind.TEXT))
                .flatMap(field -> field.values().keySet().stream())
                .filter(NoValue::is)
                .forEach(found::add);
        return found;
    }
}
