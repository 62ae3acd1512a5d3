package io.vsatlink.vendor.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;

/** The one way to read and write JSON here: strict, exact in its numbers, and with limits of our own. */
public final class VendorJson {

    private static final StreamReadConstraints LIMITS = StreamReadConstraints.builder()
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

    private VendorJson() {}

    static ObjectReader reader() {
        return MAPPER.reader();
    }

    /** One object of texts, as a request carries it. */
    public static String text(Map<String, String> members) {
        return MAPPER.valueToTree(members).toString();
    }

    /** In the words of a person: where, and what kind of mistake, without what stood there. */
    static MalformedAnswer malformed(JsonProcessingException e) {
        if (e instanceof JsonEOFException) {
            return new MalformedAnswer("the JSON ends in the midst, " + place(e.getLocation()), true);
        }
        if (e instanceof StreamConstraintsException) {
            // Jackson adds the name of its own getter, which says nothing to a person
            String limit = e.getOriginalMessage().replaceAll(",? from `[^`]*`", "");
            return new MalformedAnswer("the JSON is beyond a limit of ours: " + limit);
        }
        return new MalformedAnswer("not valid JSON, " + place(e.getLocation()));
    }

    private static String place(JsonLocation location) {
        return location == null ? "somewhere" : "at byte " + location.getByteOffset();
    }
}
