/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.json;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * JSON text in one form for one meaning: the members of an object by name, numbers by value, no blanks between. Every row of
 * every poll that has fields without a column comes through here, so there is no tree, and an object whose members are in
 * order already is copied as it is read. Strings are taken as they are written: our connectors write each in one way.
 */
public final class CanonicalJson {
    /** Deeper than any vendor may nest. */
    private static final int DEEPEST = 200;

    private final String json;
    private final StringBuilder out;
    private int at;

    private CanonicalJson(String json) {
        this.json = json;
        this.out = new StringBuilder(json.length());
    }

    /** A member as it stands in the output. */
    private record Member(String name, String text) {}

    /** The canonical form; the text itself where it is not JSON. */
    public static String of(String text) {
        CanonicalJson canonical = new CanonicalJson(text);
        return canonical.value(0) && canonical.isAtEnd() ? canonical.out.toString() : text;
    }

    /** Whether two texts, either of which may be null, mean the same. */
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

    /** Copies the value that comes next; false where there is none. */
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

    /** A number, or {@code true}, {@code false} or {@code null}. */
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

    /** 0 at the end. */
    private char peek() {
        return at < json.length() ? json.charAt(at) : 0;
    }

    private void take() {
        out.append(json.charAt(at++));
    }

    /** Takes a sign where it comes next. */
    private boolean next(char sign) {
        skipBlanks();
        if (peek() != sign) {
            return false;
        }
        take();
        return true;
    }
}
