/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.draft.sample;

import com.fasterxml.jackson.databind.JsonNode;
import io.vsatlink.remote.http.Heading;
import io.vsatlink.remote.json.Document;
import io.vsatlink.remote.json.MalformedAnswer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A saved response of the vendor, with or without its headers, as {@code curl -i} prints them.
 *
 * @param listing the listing that it is a page of
 * @param file its name, for messages
 * @param headers by case-insensitive name; of repeated headers the last
 */
public record SavedAnswer(String listing, String file, Map<String, String> headers, JsonNode body) {
    private static final String HTTP = "HTTP/";
    private static final int FIRST_ERROR = 400;
    private static final Pattern STATUS = Pattern.compile("^HTTP/\\S+ (\\d{3})");

    /** @throws IllegalArgumentException with a sentence if it is not JSON, or its headers say that it is an error */
    public static SavedAnswer of(String listing, String file, byte[] bytes) {
        heading(bytes)
                .map(Heading::status)
                .filter(status -> status >= FIRST_ERROR)
                .ifPresent(status -> {
                    throw new IllegalArgumentException(file + " is not a page but an error, HTTP " + status
                            + "; a draft is made from pages. Describe this answer in \"errors\"");
                });
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        int start = bodyOf(bytes);
        new String(bytes, 0, start, StandardCharsets.ISO_8859_1).lines().forEach(line -> {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.put(line.substring(0, colon), line.substring(colon + 1).strip());
            }
        });
        return new SavedAnswer(listing, file, headers, json(file, Arrays.copyOfRange(bytes, start, bytes.length)));
    }

    /** The status and the headers; empty if they were not saved. */
    public static Optional<Heading> heading(byte[] bytes) {
        String head = new String(bytes, 0, bodyOf(bytes), StandardCharsets.ISO_8859_1);
        int last = head.lastIndexOf("\n" + HTTP) + 1;
        Matcher status = STATUS.matcher(head.substring(last));
        if (!status.find()) {
            return Optional.empty();
        }
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        head.substring(last)
                .lines()
                .skip(1)
                .filter(line -> line.indexOf(':') > 0)
                .forEach(line -> {
                    int colon = line.indexOf(':');
                    headers.computeIfAbsent(line.substring(0, colon), name -> new ArrayList<>())
                            .add(line.substring(colon + 1).strip());
                });
        return Optional.of(new Heading(Integer.parseInt(status.group(1)), headers));
    }

    /** The body without the headers, if there are any. */
    public static byte[] body(byte[] bytes) {
        return Arrays.copyOfRange(bytes, bodyOf(bytes), bytes.length);
    }

    /**
     * The start of the body: after the first empty line, or the second if an interim response (100 Continue) comes
     * first.
     */
    private static int bodyOf(byte[] bytes) {
        int start = 0;
        while (isHead(bytes, start)) {
            int end = start;
            while (end < bytes.length && !isEmptyLine(bytes, end)) {
                end++;
            }
            start = Math.min(bytes.length, end + (end < bytes.length && bytes[end] == '\r' ? 4 : 2));
        }
        return start;
    }

    private static boolean isHead(byte[] bytes, int at) {
        return at + HTTP.length() <= bytes.length
                && HTTP.equals(new String(bytes, at, HTTP.length(), StandardCharsets.ISO_8859_1));
    }

    private static boolean isEmptyLine(byte[] bytes, int at) {
        return (bytes[at] == '\n' && at + 1 < bytes.length && bytes[at + 1] == '\n')
                || (bytes[at] == '\r'
                        && at + 3 < bytes.length
                        && bytes[at + 1] == '\n'
                        && bytes[at + 2] == '\r'
                        && bytes[at + 3] == '\n');
    }

    static JsonNode json(String file, byte[] bytes) {
        try {
            return Document.read(bytes).root();
        } catch (MalformedAnswer e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage() + "; a draft is made from JSON only", e);
        }
    }
}
