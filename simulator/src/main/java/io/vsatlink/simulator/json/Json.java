/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** Converts plain values to JSON and back: objects are maps, arrays are lists, numbers with a fraction are decimals. */
public final class Json {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            // a page that fails half way must appear truncated, so the generator must not close its open objects
            .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            // a row is part of a page that is flushed as a whole
            .disable(SerializationFeature.FLUSH_AFTER_WRITE_VALUE)
            .build();

    private Json() {}

    public static JsonGenerator writer(OutputStream out) throws IOException {
        return MAPPER.createGenerator(out);
    }

    public static void write(JsonGenerator json, Object value) throws IOException {
        MAPPER.writeValue(json, value);
    }

    public static String text(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads exactly one value. Input that is not JSON is an error of the caller. */
    public static Object read(InputStream in) throws IOException {
        try {
            return MAPPER.readValue(in, Object.class);
        } catch (MismatchedInputException e) {
            throw new BadInput("The body is empty, or has more than one JSON value.");
        } catch (JsonProcessingException e) {
            throw new BadInput("The body is not JSON: " + e.getOriginalMessage() + ".");
        }
    }
}
