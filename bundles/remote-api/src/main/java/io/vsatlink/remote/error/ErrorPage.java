/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.error;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A body that is not JSON, and the part of it that may be shown: the title of an HTML page, or a short text, which is
 * taken as the message. Anything else may contain personal data, which must not appear in a Reason or a log.
 *
 * @param text the part that was read
 * @param whole whether that is the whole body
 */
record ErrorPage(String text, boolean whole) {
    private static final Pattern TITLE = Pattern.compile("<(title|h[1-3])\\b[^>]*>([^<]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern TAG = Pattern.compile("<[^>]*>?");
    private static final Pattern HTML = Pattern.compile(
            "<(!doctype html|!--|html|head|body|meta|title|h[1-6]|p|div|center|pre|b|br)\\b.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern ELEMENT = Pattern.compile("<([A-Za-z][\\w:.-]{0,39})");
    private static final int SHORT = 160;

    /** Further down it is not a title, and the search would take too long. In characters. */
    private static final int NEAR_THE_TOP = 8 * 1024;

    /** @param status the HTTP status: below 400 the body is not an error message */
    Optional<String> message(int status, Secrets secrets) {
        if (isHtml()) {
            Matcher title = TITLE.matcher(text.substring(0, Math.min(text.length(), NEAR_THE_TOP)));
            return title.find()
                    ? quoted(title.group(2), secrets)
                    : brief(TAG.matcher(text).replaceAll(" "), secrets);
        }
        boolean message = status >= 400 && !isXml() && "{[\"".indexOf(first()) < 0;
        return message ? brief(text, secrets) : Optional.empty();
    }

    boolean isHtml() {
        return HTML.matcher(start()).matches();
    }

    boolean isXml() {
        return start().startsWith("<") && !isHtml();
    }

    /** The name of the XML's first element; empty if the text has none. */
    Optional<String> element() {
        Matcher element = ELEMENT.matcher(text);
        return element.find() ? Optional.of(element.group(1)) : Optional.empty();
    }

    private String start() {
        return text.replace("\uFEFF", "").stripLeading();
    }

    private char first() {
        String start = start();
        return start.isEmpty() ? ' ' : start.charAt(0);
    }

    private Optional<String> brief(String words, Secrets secrets) {
        return whole && words.strip().length() <= SHORT ? quoted(words, secrets) : Optional.empty();
    }

    private static Optional<String> quoted(String text, Secrets secrets) {
        String clean = secrets.clean(text);
        return clean.isEmpty() ? Optional.empty() : Optional.of("\"" + clean + "\"");
    }
}
