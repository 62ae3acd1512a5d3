/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The only place that configures JSON reading and writing: strict, with exact numbers and with limits. */
public final class VendorJson {

    static final StreamReadConstraints LIMITS = StreamReadConstraints.builder()
            .maxStringLength(1_048_576)
            .maxNestingDepth(100)
            .maxNumberLength(100)
            .maxNameLength(1000)
            .build();

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(LIMITS)
                    // names come from outside and must not fill the JVM's string table
                    .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                    .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    /** The UTF-8 byte order mark. */
    private static final byte[] MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private VendorJson() {}

    static ObjectReader reader() {
        return MAPPER.reader();
    }

    /** A parser of bytes, or of characters, which is slower but accepts an unpaired surrogate in a name. */
    static JsonParser parser(InputStream body, boolean byCharacters) throws IOException {
        return byCharacters ? reader().createParser(characters(body)) : reader().createParser(body);
    }

    /** @throws java.nio.charset.CharacterCodingException from the reader, if the text is not valid Unicode */
    static Reader characters(InputStream body) throws IOException {
        PushbackInputStream text = new PushbackInputStream(body, MARK.length);
        byte[] start = text.readNBytes(MARK.length);
        if (!Arrays.equals(start, MARK)) {
            text.unread(start);
        }
        return new InputStreamReader(text, StandardCharsets.UTF_8.newDecoder());
    }

    /** A message with the location and kind of the mistake, without the content. */
    static MalformedAnswer malformed(JsonProcessingException e) {
        // Jackson has no own exception for a missing value after a comma
        boolean ended = String.valueOf(e.getOriginalMessage()).startsWith("Unexpected end-of-input");
        if (ended || e instanceof JsonEOFException) {
            return new MalformedAnswer("the JSON is incomplete, " + place(e.getLocation()), true);
        }
        if (e instanceof StreamConstraintsException) {
            return limit("JSON", e.getOriginalMessage());
        }
        String what = "not valid JSON, " + place(e.getLocation());
        // a valid escape that only the byte parser refuses
        return String.valueOf(e.getOriginalMessage()).contains("surrogate pair in field name")
                ? MalformedAnswer.halfInAName(what)
                : new MalformedAnswer(what);
    }

    /** Without Jackson's text, which names its own getter. */
    static MalformedAnswer limit(String format, String which) {
        return new MalformedAnswer(
                "the " + format + " exceeds one of our limits: " + which.replaceAll(",? from `[^`]*`", ""));
    }

    static String place(JsonLocation location) {
        if (location == null) {
            return "somewhere";
        }
        return location.getByteOffset() < 0
                ? "at character " + location.getCharOffset()
                : "at byte " + location.getByteOffset();
    }
}
