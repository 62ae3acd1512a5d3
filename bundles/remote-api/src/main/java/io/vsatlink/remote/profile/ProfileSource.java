package io.vsatlink.remote.profile;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The text of a profile: its JSON, on which line each part stands, and the mistakes found so far. For one thread. */
final class ProfileSource {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final String name;
    private final JsonNode root;
    private final Map<String, Integer> lines = new HashMap<>();
    private final List<String> mistakes = new ArrayList<>();

    /** A part of the profile that can be wrong without making the others senseless. */
    interface Part<T> {
        T read() throws ProfileException;
    }

    /** @param name what to call it in messages */
    ProfileSource(byte[] json, String name) throws ProfileException {
        this.name = name;
        try {
            root = MAPPER.readTree(json);
            noteLines(json);
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new ProfileException(name + ", line " + line + ": " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new ProfileException(name + " cannot be read: " + e.getMessage());
        }
    }

    private void noteLines(byte[] json) throws IOException {
        try (JsonParser parser = MAPPER.createParser(json)) {
            while (parser.nextToken() != null) {
                if (parser.currentToken() != JsonToken.FIELD_NAME) {
                    String place = parser.getParsingContext().pathAsPointer().toString();
                    lines.putIfAbsent(place, parser.currentTokenLocation().getLineNr());
                }
            }
        }
    }

    ProfileNode root() throws ProfileException {
        return new ProfileNode(this, "", root);
    }

    /** What the part gives; null after a mistake, which is kept. */
    <T> T attempt(Part<T> part) {
        try {
            return part.read();
        } catch (ProfileException e) {
            mistakes.addAll(e.mistakes());
            return null;
        }
    }

    /** @throws ProfileException with all mistakes so far, which are its from now on */
    void refuseMistakes() throws ProfileException {
        if (!mistakes.isEmpty()) {
            List<String> all = List.copyOf(mistakes);
            mistakes.clear();
            throw new ProfileException(all);
        }
    }

    ProfileException mistake(String pointer, String why) {
        return new ProfileException("%s, line %d: %s %s"
                .formatted(name, line(pointer), pointer.isEmpty() ? "the whole document" : pointer, why));
    }

    /** Of the place, or of what it should stand in. */
    private int line(String pointer) {
        String place = pointer;
        while (!lines.containsKey(place) && !place.isEmpty()) {
            place = place.substring(0, place.lastIndexOf('/'));
        }
        return lines.getOrDefault(place, 1);
    }
}
