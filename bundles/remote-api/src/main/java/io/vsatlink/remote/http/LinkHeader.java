/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.http;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Parses one header Link (RFC 8288), which may contain several links. RESTEasy's own parser mistakes a comma or a
 * semicolon inside a title or a URL for its end. Not thread-safe.
 *
 * <p>An invalid part is skipped up to the next link, and its position is kept: the requested link may have been there.
 */
final class LinkHeader {
    private static final Pattern NEXT_LINK = Pattern.compile(",\\s*<");
    /** Or nothing, between two semicolons. */
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]*");

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    /**
     * A link.
     *
     * @param target the unresolved URL, which may be relative
     * @param relations in lower case; empty if there are none
     */
    record Link(String target, Set<String> relations) {}

    private final String text;
    private final List<Link> links = new ArrayList<>();
    private int at;
    private int damagedAt = -1;

    LinkHeader(String text) {
        this.text = text;
        read();
    }

    List<Link> links() {
        return links;
    }

    /** The position of the first invalid character, from 1; 0 if the header is valid. */
    int damagedAt() {
        return damagedAt + 1;
    }

    private void read() {
        for (skip(", \t"); at < text.length(); skip(", \t")) {
            if (!link()) {
                damagedAt = damagedAt < 0 ? at : damagedAt;
                Matcher next = NEXT_LINK.matcher(text);
                at = next.find(at) ? next.start() : text.length();
            }
        }
    }

    /** @return whether it is one, up to the comma after it or the end */
    private boolean link() {
        int end = text.indexOf('>', at);
        if (!isAt('<') || end < 0) {
            return false;
        }
        String target = ascii(text.substring(at + 1, end).strip());
        at = end + 1;
        Set<String> relations = null;
        for (skip(" \t"); at < text.length() && !isAt(','); skip(" \t")) {
            if (!isAt(';')) {
                return false;
            }
            at++;
            skip(" \t");
            String name = until("=;, \t");
            skip(" \t");
            if (!TOKEN.matcher(name).matches()) {
                return false;
            }
            String value = isAt('=') ? value() : "";
            if (value == null) {
                return false;
            }
            // only the first one counts
            if (name.equalsIgnoreCase("rel") && relations == null) {
                relations = words(value);
            }
        }
        links.add(new Link(target, relations == null ? Set.of() : relations));
        return true;
    }

    /** The value after the current character; null for a quoted string without an end. */
    private String value() {
        at++;
        skip(" \t");
        if (isAt('"')) {
            return quoted();
        }
        String value = until(";,").strip();
        boolean apostrophes = value.length() > 1 && value.startsWith("'") && value.endsWith("'");
        return apostrophes ? value.substring(1, value.length() - 1) : value;
    }

    private String quoted() {
        StringBuilder value = new StringBuilder();
        for (int i = at + 1; i < text.length(); i++) {
            char next = text.charAt(i);
            if (next == '"') {
                at = i + 1;
                return value.toString();
            }
            if (next == '\\' && i + 1 < text.length()) {
                i++;
            }
            value.append(text.charAt(i));
        }
        return null;
    }

    private String until(String ends) {
        int from = at;
        while (at < text.length() && ends.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(from, at);
    }

    private void skip(String characters) {
        while (at < text.length() && characters.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private boolean isAt(char wanted) {
        return at < text.length() && text.charAt(at) == wanted;
    }

    private static Set<String> words(String value) {
        return Arrays.stream(BLANKS.split(value.strip().toLowerCase(Locale.ROOT)))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** HttpClient turns each byte into a character, and bytes above 127 are not allowed in a URL. */
    private static String ascii(String target) {
        StringBuilder ascii = new StringBuilder();
        target.chars().forEach(c -> {
            if (c > 0x7e) {
                ascii.append("%%%02X".formatted(c & 0xff));
            } else {
                ascii.append((char) c);
            }
        });
        return ascii.toString();
    }
}
