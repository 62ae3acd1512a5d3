/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.draft.sample;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The lists of objects at one place of the rows. Not thread-safe. */
final class ElementLists {
    /** Member names that other APIs use to select an element. */
    private static final Set<String> USUAL =
            Set.of("name", "key", "kind", "role", "type", "code", "attribute", "property");

    private static final int MOST_CHOICES = 100;

    private final String place;
    private final List<String> names;
    private final List<Element> elements = new ArrayList<>();
    private int most;

    /** An element of the list in a row. */
    record Element(int row, JsonNode node) {}

    /** The texts of a member, and whether it can select elements. */
    private static final class Choice {
        private final Set<String> texts = new HashSet<>();
        private final Set<String> inRow = new HashSet<>();
        private int row = -1;
        private int elements;
        private boolean distinct = true;

        void add(int ofRow, JsonNode value) {
            if (row != ofRow) {
                row = ofRow;
                inRow.clear();
            }
            elements++;
            distinct &= value.isTextual() && !value.textValue().contains("]") && inRow.add(value.textValue());
            texts.add(value.asText());
        }
    }

    ElementLists(String place, List<String> names) {
        this.place = place;
        this.names = names;
    }

    void add(int row, JsonNode list) {
        list.forEach(each -> {
            if (each.isObject()) {
                elements.add(new Element(row, each));
            }
        });
        most = Math.max(most, list.size());
    }

    String place() {
        return place;
    }

    List<String> names() {
        return names;
    }

    List<Element> elements() {
        return elements;
    }

    /** Whether no row has more than one element. */
    boolean isSingle() {
        return most <= 1;
    }

    /**
     * The member that selects elements: every element has it, its texts differ within a row, and there are few distinct
     * texts. Empty if there is none.
     */
    Optional<String> selector() {
        Map<String, Choice> choices = new HashMap<>();
        elements.forEach(element -> element.node().properties().forEach(member -> choices.computeIfAbsent(
                        member.getKey(), each -> new Choice())
                .add(element.row(), member.getValue())));
        Optional<String> best = Optional.empty();
        for (String name : choices.keySet().stream().sorted().toList()) {
            if (selects(name, choices.get(name)) && (best.isEmpty() || rank(name) > rank(best.get()))) {
                best = Optional.of(name);
            }
        }
        return best;
    }

    private boolean selects(String name, Choice choice) {
        if (!choice.distinct || choice.elements < elements.size() || choice.texts.size() > MOST_CHOICES) {
            return false;
        }
        boolean usual = rank(name) > 0;
        boolean recurs = elements.size() >= 2 * choice.texts.size();
        return recurs ? usual || hasValue() : usual && hasValue();
    }

    private static int rank(String name) {
        List<String> words = NameWords.of(name);
        if (name.startsWith("@") || words.isEmpty() || !USUAL.contains(words.get(words.size() - 1))) {
            return 0;
        }
        return words.size() == 1 ? 2 : 1;
    }

    private boolean hasValue() {
        return elements.stream().allMatch(element -> element.node().has("value"));
    }
}
