/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.draft.column;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.vsatlink.remote.draft.sample.Field;
import io.vsatlink.remote.draft.sample.Field.Kind;
import io.vsatlink.remote.draft.sample.Fields;
import io.vsatlink.remote.draft.sample.ListPointers;
import io.vsatlink.remote.draft.text.DraftText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Lists what no column uses, one line per place. Elements of a list that one member selects count as one place. */
record Unused(Fields fields, boolean saved) {
    private static final int LONGEST = 60;

    /** @param named fields that the draft already mentions */
    List<String> lines(List<Field> named) {
        List<Field> unused = fields.all().stream()
                .filter(field -> named.stream().noneMatch(each -> each.equals(field) || field.isWithin(each)))
                .filter(field -> !field.kinds().isEmpty() && (field.isScalar() || isList(field)))
                .toList();
        List<String> lines = new ArrayList<>();
        unused.stream()
                .filter(field -> !ListPointers.isChosen(field))
                .forEach(field -> lines.add("not used: " + DraftText.quoted(last(field)) + ": "
                        + DraftText.inline(own(field)) + " in " + field.told() + " of " + fields.rows() + " rows"
                        + example(field)));
        ListPointers.of(unused).forEach(line -> lines.add("not used: " + line));
        return lines;
    }

    private static boolean isList(Field field) {
        return field.kinds().equals(Set.of(Kind.SCALARS))
                || (field.isMultiple() && !field.kinds().contains(Kind.OBJECTS));
    }

    /** A column that the profile could add for it. */
    private static JsonNode own(Field field) {
        var column = JsonNodeFactory.instance
                .objectNode()
                .put("pointer", field.place())
                .put("type", type(field));
        return isList(field) ? column.put("list", "; ") : column;
    }

    /** A sample value, as the end of a sentence. */
    String example(Field field) {
        return !saved || field.values().isEmpty()
                ? ""
                : ", for instance " + shown(field.values().keySet().iterator().next());
    }

    static String shown(String text) {
        return DraftText.quoted(text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text);
    }

    private static String last(Field field) {
        List<String> names = field.names();
        int last = names.size() - 1;
        return names.get(last).equals("value") && last > 0 ? names.get(last - 1) : names.get(last);
    }

    private static String type(Field field) {
        if (!field.isScalar()) {
            return "text";
        }
        if (field.kinds().equals(Set.of(Kind.NUMBER))) {
            boolean whole = field.values().keySet().stream().allMatch(each -> each.matches("-?\\d{1,18}"));
            return whole ? "integer" : "decimal";
        }
        return field.kinds().equals(Set.of(Kind.BOOLEAN)) ? "boolean" : "text";
    }
}
