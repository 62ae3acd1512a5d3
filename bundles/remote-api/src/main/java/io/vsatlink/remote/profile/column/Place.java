/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.profile.column;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A place in an item: a JSON pointer that may also select elements of lists.
 *
 * @param text as in the profile
 * @param steps from the item down
 */
public record Place(String text, List<Step> steps) {
    private static final Pattern SELECTION = Pattern.compile("\\[([^=\\]]+)=(.*)]");
    private static final String EVERY = "[*]";

    /** The member of a row that refers to its parent item; no vendor uses this name. */
    public static final String PARENT = "\u0000parent";

    /** One step down. */
    public sealed interface Step permits Member, Selected, Every {}

    /**
     * Into a member of an object, or an element of a list by index.
     *
     * @param name of the member, or the index from 0
     */
    public record Member(String name) implements Step {}

    /**
     * Into the element of a list that has this value.
     *
     * @param member of the element
     * @param value of that member, as text
     */
    public record Selected(String member, String value) implements Step {}

    /** Into each element of a list. */
    public record Every() implements Step {}

    public Place {
        steps = List.copyOf(steps);
    }

    /** A plain JSON pointer, as in the first version of the vocabulary. */
    public static Place ofPointer(String pointer) {
        return new Place(
                pointer,
                segments(pointer).map(Member::new).map(Step.class::cast).toList());
    }

    /** A pointer with selections: {@code /characteristic[name=tier]/value}, or with a slash before the bracket. */
    public static Place ofSelecting(String pointer) {
        List<Step> steps = new ArrayList<>();
        segments(pointer).forEach(segment -> {
            int bracket = segment.indexOf('[');
            if (bracket > 0 && isSelection(segment.substring(bracket))) {
                steps.add(new Member(segment.substring(0, bracket)));
                steps.add(selection(segment.substring(bracket)));
            } else {
                steps.add(isSelection(segment) ? selection(segment) : new Member(segment));
            }
        });
        return new Place(pointer, steps);
    }

    /** The same place in the item that a row belongs to. */
    public Place ofParent() {
        List<Step> below = new ArrayList<>(steps);
        below.add(0, new Member(PARENT));
        return new Place(text + " of the item", below);
    }

    /** The value there; a missing node if there is none. */
    public JsonNode in(JsonNode item) {
        JsonNode value = item;
        for (Step step : steps) {
            value = down(value, step);
        }
        return value;
    }

    private static JsonNode down(JsonNode value, Step step) {
        if (step instanceof Member member) {
            boolean number = value.isArray() && member.name().matches("\\d{1,9}");
            return number ? value.path(Integer.parseInt(member.name())) : value.path(member.name());
        }
        if (step instanceof Selected selected) {
            for (JsonNode element : value) {
                if (element.path(selected.member()).asText().equals(selected.value())) {
                    return element;
                }
            }
        }
        return MissingNode.getInstance();
    }

    /** Removes the value there, if it is the member of an object. */
    public void removeFrom(JsonNode item) {
        JsonNode holder = new Place(text, steps.subList(0, steps.size() - 1)).in(item);
        if (holder instanceof ObjectNode object && steps.get(steps.size() - 1) instanceof Member member) {
            object.remove(member.name());
        }
    }

    private static Stream<String> segments(String pointer) {
        return Stream.iterate(JsonPointer.compile(pointer), rest -> !rest.matches(), JsonPointer::tail)
                .map(JsonPointer::getMatchingProperty);
    }

    private static boolean isSelection(String segment) {
        return segment.equals(EVERY) || SELECTION.matcher(segment).matches();
    }

    private static Step selection(String segment) {
        Matcher selection = SELECTION.matcher(segment);
        return selection.matches() ? new Selected(selection.group(1), selection.group(2)) : new Every();
    }

    /** Whether it leads through members only, so that a value can be written there. */
    public boolean isPlain() {
        return steps.stream().allMatch(step -> step instanceof Member);
    }

    /** The names of the members that it leads through, if it is plain. */
    public List<String> names() {
        return steps.stream().map(step -> ((Member) step).name()).toList();
    }

    /** Whether it leads to several values of an item. */
    public boolean isMultiple() {
        return steps.stream().anyMatch(step -> step instanceof Every);
    }

    /** Whether it ends at a whole element of a list, which is not a value. */
    public boolean endsInSelection() {
        return !steps.isEmpty() && steps.get(steps.size() - 1) instanceof Selected;
    }

    /** Whether it leads into the value at the other place. */
    public boolean isWithin(Place outer) {
        return steps.size() > outer.steps.size()
                && steps.subList(0, outer.steps.size()).equals(outer.steps);
    }
}
