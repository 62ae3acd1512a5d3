/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.json;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Converts JSON text to one form per meaning: members of an object sorted by name, numbers by value, no blanks in between.
 * Every polled row with fields without a column passes through here, so no tree is built, and an object whose members are
 * sorted already is copied as it is read. Strings are kept as written: our connectors write each in one way only.
 */
public final class CanonicalJson {
    /** More levels than any vendor may nest. */
    private static final int DEEPEST = 200;

    private final String json;
    private final StringBuilder out;
    private int at;

    private CanonicalJson(String json) {
        this.json = json;
        this.out = new StringBuilder(json.length());
    }

    /** A member as it is in the output. */
    private record Member(String name, String text) {}

    /** Returns the canonical form; the text itself if it is not JSON. */
    public static String of(String text) {
        CanonicalJson canonical = new CanonicalJson(text);
        return canonical.value(0) && canonical.isAtEnd() ? canonical.out.toString() : text;
    }

    /** Whether two texts, either of which may be null, have the same meaning. */
    public static boolean same(String one, String other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return one.equals(other) || of(one).equals(of(other));
    }

    private boolean isAtEnd() {
        skipBlanks();
        return at == json.length();
    }

    /** Copies the next value; returns false if there is none. */
    private boolean value(int depth) {
        skipBlanks();
        return switch (peek()) {
            case '{' -> depth < DEEPEST && object(depth + 1);
            case '[' -> depth < DEEPEST && array(depth + 1);
            case '"' -> string();
            default -> word();
        };
    }

    private boolean array(int depth) {
        take();
        if (next(']')) {
            return true;
        }
        do {
            if (!value(depth)) {
                return false;
            }
        } while (next(','));
        return next(']');
    }

    private boolean object(int depth) {
        take();
        if (next('}')) {
            return true;
        }
        int start = out.length();
        List<Member> members = new ArrayList<>();
        boolean inOrder = true;
        do {
            skipBlanks();
            int from = out.length();
            if (peek() != '"' || !string()) {
                return false;
            }
            String name = out.substring(from);
            if (!next(':') || !value(depth)) {
                return false;
            }
            inOrder &=
                    members.isEmpty() || members.get(members.size() - 1).name().compareTo(name) <= 0;
            members.add(new Member(name, out.substring(from)));
        } while (next(','));
        if (!inOrder) {
            arrange(start, members);
        }
        return next('}');
    }

    private void arrange(int start, List<Member> members) {
        members.sort(Comparator.comparing(Member::name));
        out.setLength(start);
        for (Member member : members) {
            out.append(out.length() == start ? "" : ",").append(member.text());
        }
    }

    private boolean string() {
        int start = at++;
        while (at < json.length() && json.charAt(at) != '"') {
            at += json.charAt(at) == '\\' ? 2 : 1;
        }
        if (at >= json.length()) {
            return false;
        }
        out.append(json, start, ++at);
        return true;
    }

    /** Copies a number, or {@code true}, {@code false} or {@code null}. */
    private boolean word() {
        int start = at;
        while (at < json.length()
                && (Character.isLetterOrDigit(json.charAt(at)) || "+-.".indexOf(json.charAt(at)) >= 0)) {
            at++;
        }
        String word = json.substring(start, at);
        if (word.equals("true") || word.equals("false") || word.equals("null")) {
            out.append(word);
            return true;
        }
        String number = CanonicalNumber.of(word);
        out.append(number);
        return !number.isEmpty();
    }

    private void skipBlanks() {
        while (at < json.length() && " \t\r\n".indexOf(json.charAt(at)) >= 0) {
            at++;
        }
    }

    /** Returns 0 at the end. */
    private char peek() {
        return at < json.length() ? json.charAt(at) : 0;
    }

    private void take() {
        out.append(json.charAt(at++));
    }

    /** Consumes this character if it is the next one. */
    private boolean next(char sign) {
        skipBlanks();
        if (peek() != sign) {
            return false;
        }
        take();
        return true;
    }
}
