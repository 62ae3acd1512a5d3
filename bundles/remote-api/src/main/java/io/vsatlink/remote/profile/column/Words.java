/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.profile.column;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;

/**
 * The vendor's words and ours for the same values.
 *
 * @param table from the vendor's words to ours
 * @param otherwise ours for a word that is not in the table; null for the word itself
 * @param sent from our words to the vendor's, texts or numbers, if that is not the inverse of the table
 * @param sentOtherwise the vendor's word for all other words of ours; null if they can't be sent
 */
public record Words(Map<String, String> table, String otherwise, Map<String, JsonNode> sent, JsonNode sentOtherwise) {
    /** Words stay as they are. */
    static final Words SAME = new Words(Map.of(), null, Map.of(), null);

    public Words {
        table = Collections.unmodifiableMap(new LinkedHashMap<>(table));
        sent = Collections.unmodifiableMap(new LinkedHashMap<>(sent));
    }

    /** Whether received and sent words stay as they are. */
    public boolean isEmpty() {
        return table.isEmpty() && sent.isEmpty() && sentOtherwise == null;
    }

    /** The vendor's word for ours; null if there is none. */
    public JsonNode theirs(String ours) {
        JsonNode own = sent.get(ours);
        if (own != null) {
            return own;
        }
        for (Map.Entry<String, String> each : table.entrySet()) {
            if (each.getValue().equals(ours)) {
                return TextNode.valueOf(each.getKey());
            }
        }
        return sentOtherwise;
    }

    /** Our words that can be sent, as a list for people. */
    public String sendable() {
        TreeSet<String> ours = new TreeSet<>(table.values());
        ours.addAll(sent.keySet());
        return String.join(", ", ours);
    }
}
