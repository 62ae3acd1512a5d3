/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.draft.sample;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** JSON pointers into lists whose elements are selected by one of their members, such as a name. */
public final class ListPointers {
    private static final Pattern CHOSEN = Pattern.compile("(.*/\\[[^=\\]]+=)(.*?)(][^\\[]*)");
    private static final int MOST_CHOICES = 20;

    private ListPointers() {}

    /**
     * One line per place in the elements, with the pointer and the selecting texts.
     *
     * @param rows objects
     */
    public static List<String> in(List<JsonNode> rows) {
        return of(Fields.of(rows).all().stream()
                .filter(field -> !field.kinds().isEmpty() && field.isScalar())
                .toList());
    }

    /** Like {@link #in}, for these fields only. */
    public static List<String> of(List<Field> fields) {
        Map<String, List<String>> choices = new LinkedHashMap<>();
        for (Field field : fields) {
            Matcher chosen = CHOSEN.matcher(field.place());
            if (chosen.matches()) {
                choices.computeIfAbsent(chosen.group(1) + "…" + chosen.group(3), each -> new ArrayList<>())
                        .add(chosen.group(2));
            }
        }
        return choices.entrySet().stream()
                .map(each -> each.getKey() + " for " + few(each.getValue()))
                .toList();
    }

    public static boolean isChosen(Field field) {
        return CHOSEN.matcher(field.place()).matches();
    }

    private static String few(List<String> texts) {
        return String.join(", ", texts.subList(0, Math.min(MOST_CHOICES, texts.size())))
                + (texts.size() > MOST_CHOICES ? ", …" : "");
    }
}
