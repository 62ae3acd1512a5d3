/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.draft.column;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.vsatlink.api.dataset.Column;
import io.vsatlink.remote.draft.sample.Field;
import java.util.List;
import java.util.stream.Stream;

/**
 * A possible place of a column's value.
 *
 * @param likeness of the names, see {@link Likeness}
 */
record Guess(Column column, Field field, int likeness, Fit fit) {
    private static final int LIKELY = 80;

    /** Whether it goes into the profile; otherwise it is only a comment. */
    boolean active() {
        return fit.fits() && likeness >= Likeness.ACTIVE;
    }

    /** The column as a profile describes it. */
    JsonNode profile() {
        if (fit.more().isEmpty()) {
            return TextNode.valueOf(field.place());
        }
        ObjectNode profile = JsonNodeFactory.instance.objectNode().put("pointer", field.place());
        profile.setAll(fit.more());
        return profile;
    }

    /** A comment on how certain the guess is. */
    String comment(int rows) {
        String found = field.told() < rows ? "in " + field.told() + " of " + rows + " rows" : "";
        if (!fit.remark().isEmpty() || likeness < LIKELY) {
            String why = likeness < LIKELY ? "the names are alike" : "";
            return "please check: " + String.join("; ", join(why, fit.remark(), found));
        }
        boolean sure = likeness >= Likeness.SAME - 2 && found.isEmpty();
        return (sure ? "sure" : "likely") + (found.isEmpty() ? "" : ": " + found);
    }

    private static List<String> join(String... parts) {
        return Stream.of(parts).filter(each -> !each.isEmpty()).toList();
    }
}
