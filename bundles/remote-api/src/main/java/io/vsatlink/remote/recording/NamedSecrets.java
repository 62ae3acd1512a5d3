/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.recording;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds values by their names: in a query, a form, JSON, XML, and in headers with parameters. It finds secrets that nobody knows as
 * such: those written into a profile, and those of somebody else in the rows of a vendor.
 */
final class NamedSecrets {
    static final String MASK = "***";

    private static final List<String> WORDS = List.of(
            "password",
            "passwd",
            "passphrase",
            "secret",
            "token",
            "apikey",
            "api_key",
            "api-key",
            "accesskey",
            "access_key",
            "privatekey",
            "private_key",
            "credential",
            "assertion",
            "authorization",
            "sessionid",
            "session_id");

    /** Tokens that lead to the next page are no secret, and a recording without them could not be replayed. */
    private static final Pattern OF_PAGES = Pattern.compile("page|next|cursor|continu|skip|token_?type|expires");

    private static final int LONGEST_NAME = 64;

    private final Pattern words;
    private final Collection<String> names;

    /** @param names further names of parameters whose values are secrets */
    NamedSecrets(Collection<String> names) {
        this.names = names;
        words = Pattern.compile(
                Stream.concat(WORDS.stream(), names.stream())
                        .map(Pattern::quote)
                        .collect(Collectors.joining("|")),
                Pattern.CASE_INSENSITIVE);
    }

    String masked(String text) {
        StringBuilder masked = new StringBuilder();
        int copied = 0;
        Matcher word = words.matcher(text);
        for (int from = 0; word.find(from); ) {
            int begin = begin(text, word.start());
            int end = end(text, word.end());
            from = end;
            int value = isSecret(text.substring(begin, end)) ? value(text, end) : -1;
            if (value >= copied && value >= 0) {
                Value found = valueAt(text, value);
                if (found.end() > found.begin()) {
                    masked.append(text, copied, found.begin()).append(found.mask());
                    copied = found.end();
                    from = copied;
                }
            }
        }
        return copied == 0 ? text : masked.append(text, copied, text.length()).toString();
    }

    private boolean isSecret(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return names.contains(name)
                || (!OF_PAGES.matcher(lower).find() && WORDS.stream().anyMatch(lower::contains));
    }

    private static int begin(String text, int from) {
        int at = from;
        while (at > 0 && from - at < LONGEST_NAME && ofName(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    private static int end(String text, int from) {
        int at = from;
        while (at < text.length() && at - from < LONGEST_NAME && ofName(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean ofName(char character) {
        return Character.isLetterOrDigit(character) || character == '_' || character == '-' || character == '.';
    }

    /** Where the value begins; -1 if none follows. */
    private static int value(String text, int nameEnd) {
        int at = skip(text, nameEnd, "\\\"'");
        int sign = skip(text, at, " \t\r\n");
        if (sign >= text.length()) {
            return -1;
        }
        return switch (text.charAt(sign)) {
            case ':', '=' -> skip(text, sign + 1, " \t\r\n");
            case '>' -> sign + 1;
            default -> -1;
        };
    }

    private static int skip(String text, int from, String characters) {
        int at = from;
        while (at < text.length() && characters.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    /** @param mask in place of it */
    private record Value(int begin, int end, String mask) {}

    private static Value valueAt(String text, int from) {
        int quote = skip(text, from, "\\");
        if (quote < text.length() && (text.charAt(quote) == '"' || text.charAt(quote) == '\'')) {
            return new Value(quote + 1, closing(text, quote + 1, text.charAt(quote), quote > from), MASK);
        }
        int end = from;
        while (end < text.length() && "&;,<>\"'(){}[] \t\r\n\\".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        String value = text.substring(from, end);
        boolean nothing = value.equals("null") || value.equals("true") || value.equals("false");
        boolean number = from > 0 && text.charAt(from - 1) != '=' && text.charAt(from - 1) != '>' && isNumber(value);
        return nothing ? new Value(from, from, "") : new Value(from, end, number ? "\"***\"" : MASK);
    }

    private static boolean isNumber(String value) {
        return !value.isEmpty() && value.chars().allMatch(each -> "+-.eE0123456789".indexOf(each) >= 0);
    }

    /** @param escaped whether the quotation marks themselves are escaped, in JSON that is a text in JSON */
    private static int closing(String text, int from, char quote, boolean escaped) {
        int at = from;
        while (at < text.length() && text.charAt(at) != quote) {
            if (text.charAt(at) == '\\') {
                if (escaped) {
                    return at;
                }
                at++;
            }
            at++;
        }
        return Math.min(at, text.length());
    }
}
