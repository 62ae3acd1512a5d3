/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.json;

import io.vsatlink.remote.json.Envelope.Figures;
import io.vsatlink.remote.json.Envelope.Said;
import io.vsatlink.remote.profile.ErrorProfile;
import io.vsatlink.remote.profile.ItemsProfile.Shape;
import io.vsatlink.remote.profile.More;
import io.vsatlink.remote.profile.PageFacts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The values found in one response, and whether the response has the agreed format. */
final class EnvelopeFindings {

    /** Limits the length of messages. */
    private static final int MOST_NAMED = 12;

    private static final int LONGEST_NAME = 40;

    private final Envelope envelope;
    private final Map<String, String> found = new HashMap<>();
    private final Set<String> nulls = new HashSet<>();
    private final List<String> top = new ArrayList<>();
    private boolean list;
    private boolean itemsSeen;
    private int rowCount;
    private int objectCount;

    EnvelopeFindings(Envelope envelope) {
        this.envelope = envelope;
    }

    /** The response is a list. */
    void isList() {
        list = true;
    }

    /** A top-level member of the response, wanted or not. */
    void top(String name) {
        if (top.size() < MOST_NAMED) {
            top.add(name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + "…" : name);
        }
    }

    /** @param text empty for an object or a list */
    void found(String pointer, String text) {
        found.put(pointer, text);
    }

    void foundNull(String pointer) {
        nulls.add(pointer);
    }

    void itemsSeen() {
        itemsSeen = true;
    }

    void row(boolean object) {
        rowCount++;
        objectCount += object ? 1 : 0;
    }

    int rows() {
        return rowCount;
    }

    /** @throws MalformedAnswer if a required value is missing or has the wrong type */
    Figures figures() throws MalformedAnswer {
        Optional<Said> error = error(envelope.errors());
        if (error.isPresent()) {
            return new Figures(-1, -1, -1, rowCount, "", More.UNTOLD, error);
        }
        if (envelope.items() != null && !itemsSeen) {
            requireNone();
        }
        if (rowCount > 0 && objectCount == 0) {
            throw new MalformedAnswer(
                    rowCount == 1
                            ? "the only row " + place() + " is not an object"
                            : "none of the " + rowCount + " rows " + place() + " is an object");
        }
        PageFacts facts = envelope.facts();
        if (facts.totalPointer() != null && !found.containsKey(facts.totalPointer())) {
            throw lacks(facts.totalPointer());
        }
        return new Figures(
                number(facts.totalPointer()),
                number(facts.totalPages()),
                number(facts.sizePointer()),
                rowCount,
                next(),
                more(),
                error);
    }

    /** A null means "no rows" only if another value confirms it. */
    private void requireNone() throws MalformedAnswer {
        boolean missing = !nulls.contains(envelope.items());
        if (missing && !envelope.items().isEmpty() && number(envelope.facts().totalPointer()) == 0) {
            return;
        }
        if (missing) {
            throw envelope.items().isEmpty()
                    ? new MalformedAnswer("the response is not an array")
                    : lacks(envelope.items());
        }
        if (envelope.shape() == Shape.SINGLE) {
            throw new MalformedAnswer(envelope.items() + " is null");
        }
        boolean none = number(envelope.facts().totalPointer()) == 0
                || number(envelope.facts().totalPages()) == 0
                || more() == More.NO;
        if (!none && !envelope.later()) {
            throw new MalformedAnswer(envelope.items() + " is null, but the response does not report zero rows");
        }
    }

    private String place() {
        return envelope.items().isEmpty() ? "of the response" : "at " + envelope.items();
    }

    /** The message lists what the response has instead, so that the profile can be corrected. */
    private MalformedAnswer lacks(String pointer) {
        if (nulls.contains(pointer)) {
            return new MalformedAnswer(pointer + " is null");
        }
        if (list) {
            return new MalformedAnswer("the response is a list and has no " + pointer);
        }
        String has = top.isEmpty() ? "" : "; it has " + String.join(", ", top);
        return new MalformedAnswer("the response has no " + pointer + has);
    }

    private String next() throws MalformedAnswer {
        String pointer = envelope.facts().nextPointer();
        String next = found.getOrDefault(pointer, "");
        if (next.equals("{}") || next.equals("[]")) {
            throw new MalformedAnswer(pointer + " is not a string");
        }
        return next;
    }

    private More more() throws MalformedAnswer {
        PageFacts.Flag flag = envelope.facts().more();
        String told = flag == null ? null : found.get(flag.pointer());
        if (told == null) {
            return More.UNTOLD;
        }
        return flag.said(told).orElseThrow(() -> new MalformedAnswer(flag.pointer() + " is neither true nor false"));
    }

    private Optional<Said> error(ErrorProfile errors) {
        if (errors.inside200() == null) {
            return Optional.empty();
        }
        String marker = found.get(errors.inside200().pointer());
        return marker != null && errors.inside200().matches(marker)
                ? Optional.of(new Said(
                        first(errors.codePointers()),
                        first(errors.messagePointers()),
                        pointer -> found.getOrDefault(pointer, "")))
                : Optional.empty();
    }

    private String first(List<String> pointers) {
        return pointers.stream()
                .filter(found::containsKey)
                .findFirst()
                .map(found::get)
                .orElse("");
    }

    private long number(String pointer) throws MalformedAnswer {
        if (pointer == null || !found.containsKey(pointer)) {
            return -1;
        }
        try {
            long number = Long.parseLong(found.get(pointer));
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // reported below
        }
        String text = found.get(pointer);
        String shown = text.matches("[\\d., '+-]{1,20}") ? ": " + text : "";
        throw new MalformedAnswer(pointer + " is not a whole number" + shown);
    }
}
