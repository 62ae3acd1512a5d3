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

/** The one way to read and write JSON here: strict, exact in its numbers, and with limits of our own. */
public final class VendorJson {

    static final StreamReadConstraints LIMITS = StreamReadConstraints.builder()
            .maxStringLength(1_048_576)
            .maxNestingDepth(100)
            .maxNumberLength(100)
            .maxNameLength(1000)
            .build();

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(LIMITS)
                    // names come from outside: they must not fill the JVM's table of interned strings
                    .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                    .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    /** What may stand before a text in UTF-8 and is no part of it. */
    private static final byte[] MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private VendorJson() {}

    static ObjectReader reader() {
        return MAPPER.reader();
    }

    /** A parser of the bytes; or of the characters, which is slower and takes half a surrogate pair in a name. */
    static JsonParser parser(InputStream body, boolean byCharacters) throws IOException {
        return byCharacters ? reader().createParser(characters(body)) : reader().createParser(body);
    }

    /** @throws java.nio.charset.CharacterCodingException from the reader, where the text is not valid Unicode */
    static Reader characters(InputStream body) throws IOException {
        PushbackInputStream text = new PushbackInputStream(body, MARK.length);
        byte[] start = text.readNBytes(MARK.length);
        if (!Arrays.equals(start, MARK)) {
            text.unread(start);
        }
        return new InputStreamReader(text, StandardCharsets.UTF_8.newDecoder());
    }

    /** In the words of a person: where, and what kind of mistake, without what stood there. */
    static MalformedAnswer malformed(JsonProcessingException e) {
        // after a comma Jackson has no exception of its own for it
        boolean ended = String.valueOf(e.getOriginalMessage()).startsWith("Unexpected end-of-input");
        if (ended || e instanceof JsonEOFException) {
            return new MalformedAnswer("the JSON is incomplete, " + place(e.getLocation()), true);
        }
        if (e instanceof StreamConstraintsException) {
            return limit("JSON", e.getOriginalMessage());
        }
        String what = "not valid JSON, " + place(e.getLocation());
        // an escape that is valid, which only the parser of bytes does not take
        return String.valueOf(e.getOriginalMessage()).contains("surrogate pair in field name")
                ? MalformedAnswer.halfInAName(what)
                : new MalformedAnswer(what);
    }

    /** Jackson adds the name of its own getter, which says nothing to a person. */
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
