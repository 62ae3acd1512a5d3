/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.draft.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Writes a JSON object with comments as text. Not thread-safe. */
public final class DraftText {
    private static final String INDENT = "  ";

    private final List<Entry> entries = new ArrayList<>();

    /** @param json null for a comment */
    private record Entry(String name, Object json, String comment) {}

    /** Adds a comment on its own line. */
    public void note(String comment) {
        entries.add(new Entry(null, null, comment));
    }

    public void member(String name, String text, String comment) {
        member(name, TextNode.valueOf(text), comment);
    }

    /** @param comment at the end of the line; empty for none */
    public void member(String name, JsonNode value, String comment) {
        entries.add(new Entry(name, inline(value), comment));
    }

    public DraftText object(String name, String comment) {
        DraftText object = new DraftText();
        entries.add(new Entry(name, object, comment));
        return object;
    }

    public void add(String name, DraftText object) {
        entries.add(new Entry(name, object, ""));
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    public String text() {
        return text("") + "\n";
    }

    private String text(String indent) {
        StringBuilder text = new StringBuilder("{");
        int last = entries.size();
        while (last > 0 && entries.get(last - 1).json() == null) {
            last--;
        }
        for (int i = 0; i < entries.size(); i++) {
            text.append('\n').append(indent).append(INDENT);
            write(entries.get(i), i < last - 1 ? "," : "", indent + INDENT, text);
        }
        return text.append(entries.isEmpty() ? "" : "\n" + indent).append('}').toString();
    }

    private static void write(Entry entry, String comma, String indent, StringBuilder text) {
        String comment = entry.comment().isEmpty() ? "" : "// " + oneLine(entry.comment());
        if (entry.json() == null) {
            text.append(comment);
        } else if (entry.json() instanceof DraftText object) {
            text.append(comment)
                    .append(comment.isEmpty() ? "" : "\n" + indent)
                    .append(quoted(entry.name()))
                    .append(": ")
                    .append(object.text(indent))
                    .append(comma);
        } else {
            text.append(quoted(entry.name()))
                    .append(": ")
                    .append(entry.json())
                    .append(comma)
                    .append(comment.isEmpty() ? "" : " " + comment);
        }
    }

    /** Otherwise a vendor's text could end the comment and continue as part of the profile. */
    private static String oneLine(String comment) {
        return comment.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}]", " ");
    }

    /** JSON on one line, with blanks as people write it. */
    public static String inline(JsonNode value) {
        if (value.isObject()) {
            return value.properties().stream()
                    .map(each -> quoted(each.getKey()) + ": " + inline(each.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (value.isArray()) {
            return StreamSupport.stream(value.spliterator(), false)
                    .map(DraftText::inline)
                    .collect(Collectors.joining(", ", "[", "]"));
        }
        return value.toString();
    }

    public static String quoted(String text) {
        return TextNode.valueOf(text).toString();
    }
}
