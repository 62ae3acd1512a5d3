/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.error;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The forms in which a secret may occur: plain, URL-encoded, escaped in JSON by different programs, in HTML, in Base64, in
 * hexadecimal.
 */
final class SecretForms {
    private static final Pattern HEX = Pattern.compile("%[0-9A-F]{2}");
    /** The Base64 or hexadecimal form of a shorter text would match by chance. */
    private static final int WORTH_ENCODING = 6;

    private SecretForms() {}

    static Stream<String> of(String text) {
        if (text.isEmpty()) {
            return Stream.empty();
        }
        String url = URLEncoder.encode(text, StandardCharsets.UTF_8);
        String spaced = url.replace("+", "%20");
        String json = new String(JsonStringEncoder.getInstance().quoteAsString(text));
        Stream<String> written = Stream.of(
                text,
                url,
                lower(url),
                spaced,
                lower(spaced),
                // a URL inside a URL
                URLEncoder.encode(url, StandardCharsets.UTF_8),
                URLEncoder.encode(spaced, StandardCharsets.UTF_8),
                json,
                json.replace("/", "\\/"),
                escaped(json, "[^ -~]|[&<>'+=/]", "%04x"),
                escaped(json, "[^ -~]|[&<>'+=/]", "%04X"),
                escaped(json, "[^ -~]|[&<>']", "%04x"),
                escaped(json, "[^ -~]|[&<>']", "%04X"),
                escaped(json, "[^ -~]", "%04x"),
                escaped(json, "[^ -~]", "%04X"),
                html(text),
                html(text).replace("&#39;", "&apos;"));
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return bytes.length < WORTH_ENCODING
                ? written
                : Stream.concat(
                        written,
                        Stream.concat(
                                Stream.of(Base64.getEncoder(), Base64.getUrlEncoder())
                                        .map(encoder -> encoder.withoutPadding().encodeToString(bytes)),
                                Stream.of(HexFormat.of(), HexFormat.of().withUpperCase())
                                        .map(format -> format.formatHex(bytes))));
    }

    private static String lower(String url) {
        return HEX.matcher(url).replaceAll(match -> match.group().toLowerCase(Locale.ROOT));
    }

    private static String escaped(String json, String characters, String code) {
        return Pattern.compile(characters).matcher(json).replaceAll(match -> match.group()
                .chars()
                .mapToObj(each -> "\\\\u" + String.format(code, each))
                .collect(Collectors.joining()));
    }

    private static String html(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
