/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.profile.text;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.vsatlink.remote.profile.ProfileException;
import io.vsatlink.remote.profile.text.ProfileSchema.Mistake;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The text of a profile: its JSON, the line of each part, and the mistakes found so far. Not thread-safe. */
public final class ProfileSource {
    static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final String name;
    private final JsonNode root;
    private final Map<String, Integer> lines = new HashMap<>();
    private final List<Mistake> mistakes = new ArrayList<>();

    /** @param name the name of the profile in messages */
    public ProfileSource(byte[] json, String name) throws ProfileException {
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

    public ProfileNode root() {
        return new ProfileNode(this, "", root);
    }

    /** The version of the vocabulary that it is written in. */
    public int vocabulary() {
        return root.path("vocabulary").intValue();
    }

    /** Whether the vendor does not provide what the profile does not list: {@code "others": null}. */
    public boolean saysOthers() {
        return root.has("others");
    }

    /** Records all violations of the schema. */
    public void checkShape() {
        mistakes.addAll(ProfileSchema.mistakes(root));
    }

    void mistake(String place, String why) {
        mistakes.add(new Mistake(place, why));
    }

    /** Whether no mistake was found at this place or within it. */
    boolean sound(String place) {
        return mistakes.stream().noneMatch(each -> isWithin(each, place));
    }

    private static boolean isWithin(Mistake mistake, String place) {
        return mistake.place().equals(place) || mistake.place().startsWith(place + "/");
    }

    /** @throws ProfileException with all mistakes at this place and within it, if there are any */
    public void refuseMistakes(String place) throws ProfileException {
        List<String> sentences = mistakes.stream()
                .filter(each -> isWithin(each, place))
                .map(this::sentence)
                .toList();
        if (!sentences.isEmpty()) {
            throw new ProfileException(sentences);
        }
    }

    private String sentence(Mistake mistake) {
        String place = mistake.place();
        return "%s, line %d: %s %s"
                .formatted(name, line(place), place.isEmpty() ? "the whole document" : place, mistake.why());
    }

    /** The line of the place, or of the nearest part that exists around it. */
    private int line(String pointer) {
        String place = pointer;
        while (!lines.containsKey(place) && !place.isEmpty()) {
            place = place.substring(0, place.lastIndexOf('/'));
        }
        return lines.getOrDefault(place, 1);
    }
}
