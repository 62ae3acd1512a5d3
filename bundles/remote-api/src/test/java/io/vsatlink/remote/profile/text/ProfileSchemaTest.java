/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.profile.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.vsatlink.remote.profile.read.SampleProfile;
import io.vsatlink.remote.profile.text.ProfileSchema.Mistake;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Our reader and the published schemas agree; a third-party validator is the reference. */
class ProfileSchemaTest {
    private static final Path FIRST = Path.of("../../docs/api/vendor-profile.schema.json");
    private static final Path SECOND = Path.of("../../docs/api/vendor-profile-2.schema.json");
    private static final Set<String> KEYWORDS = Set.of(
            "$ref",
            "additionalProperties",
            "allOf",
            "anyOf",
            "const",
            "enum",
            "if",
            "items",
            "maximum",
            "minimum",
            "not",
            "pattern",
            "properties",
            "required",
            "then",
            "type",
            "unevaluatedProperties");
    private static final Set<String> WORDS = Set.of("$defs", "$id", "$schema", "description", "title");
    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(VersionFlag.V202012);
    private static final Map<Integer, JsonSchema> REFEREES =
            Map.of(1, FACTORY.getSchema(read(FIRST)), 2, FACTORY.getSchema(read(SECOND)));

    @ParameterizedTest
    @MethodSource("schemas")
    void theSchemaIsOne(Path file) {
        JsonSchema schemas = FACTORY.getSchema(SchemaLocation.of(SchemaId.V202012));
        assertThat(schemas.validate(read(file))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void theFileForEditorsIsTheOneThatProfilesAreCheckedBy(Path file) throws Exception {
        try (InputStream inBundle =
                ProfileSchema.class.getResourceAsStream(file.getFileName().toString())) {
            assertThat(inBundle.readAllBytes()).isEqualTo(Files.readAllBytes(file));
        }
    }

    /** Our check would silently ignore a keyword that it does not know. */
    @ParameterizedTest
    @MethodSource("schemas")
    void theSchemaUsesNoOtherKeywordsThanOurCheckKnows(Path file) {
        Set<String> used = new TreeSet<>();
        collect(read(file), used);
        used.removeAll(WORDS);
        assertThat(used).containsExactlyInAnyOrderElementsOf(KEYWORDS);
    }

    private static void collect(JsonNode schema, Set<String> used) {
        schema.fieldNames().forEachRemaining(keyword -> {
            used.add(keyword);
            JsonNode value = schema.get(keyword);
            if (keyword.equals("properties") || keyword.equals("$defs")) {
                value.forEach(each -> collect(each, used));
            } else if (value.isArray()) {
                value.forEach(each -> collect(each, used));
            } else if (!keyword.equals("const")) {
                collect(value, used);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void aGoodProfileIsValid(Path profile) {
        JsonNode json = read(profile);
        assertThat(valid(json)).isTrue();
        assertThat(ProfileSchema.mistakes(json)).isEmpty();
    }

    /**
     * Every member is left out, renamed, and made null, which counts as left out; the first of each kind gets a value
     * of every type.
     */
    @Test
    void theValidatorAgreesOnEveryMutation() throws IOException {
        List<String> disagreements = new ArrayList<>();
        Set<String> kinds = new HashSet<>();
        int tried = 0;
        for (Path profile : profiles()) {
            JsonNode right = read(profile);
            for (String place : places(right, "")) {
                Map<String, JsonNode> slips = slips(right, place, kinds.add(kind(right, place)));
                tried += slips.size();
                slips.forEach((slip, wrong) -> {
                    boolean valid = valid(wrong);
                    Set<Mistake> ours = ProfileSchema.mistakes(wrong);
                    if (valid != ours.isEmpty()) {
                        disagreements.add(profile.getFileName() + " " + slip + ": the referee "
                                + (valid ? "takes it" : "refuses it") + " " + ours);
                    }
                });
                disagreements.addAll(nullIsLeftOut(right, place));
            }
        }
        assertThat(disagreements).isEmpty();
        assertThat(tried).isGreaterThan(2_000);
    }

    /** The messages are tested with the reader. */
    @Test
    void theValidatorRefusesTheSchemaMistakes() throws Exception {
        String right = SampleProfile.text();
        int tried = 0;
        for (String[] cells : SampleProfile.cells()) {
            if (cells[3].equals("schema")) {
                JsonNode wrong = object(right.replace(cells[0], cells[1]));
                assertThat(valid(wrong)).as(cells[1]).isFalse();
                assertThat(ProfileSchema.mistakes(wrong)).as(cells[1]).isNotEmpty();
                tried++;
            }
        }
        assertThat(tried).isGreaterThan(20);
    }

    private static List<String> nullIsLeftOut(JsonNode right, String place) {
        JsonNode empty = changed(right, place, NullNode.instance);
        boolean inArray = right.at(parent(place)).isArray();
        if (inArray || valid(empty)) {
            return List.of();
        }
        boolean same = ProfileSchema.mistakes(empty).equals(ProfileSchema.mistakes(changed(right, place, null)));
        return same ? List.of() : List.of(place + " null: " + ProfileSchema.mistakes(empty));
    }

    /** Members are of one kind if they have the same surroundings and the same members, like the columns. */
    private static String kind(JsonNode right, String place) {
        return right.path("vocabulary")
                + place.replaceAll("/(listings|calls|columns|fields|table|query|headers)/[^/]+", "/$1/*")
                + shape(right.at(place))
                + beside(right.at(parent(place)));
    }

    private static String beside(JsonNode parent) {
        boolean named = parent.isObject() && (parent.has("type") || parent.has("style"));
        return named ? parent.path("type") + "" + parent.path("style") + shape(parent) : "";
    }

    private static String shape(JsonNode json) {
        List<String> names = new ArrayList<>();
        json.fieldNames().forEachRemaining(names::add);
        return json.getNodeType() + new TreeSet<>(names).toString();
    }

    private static Map<String, JsonNode> slips(JsonNode right, String place, boolean types) {
        Map<String, JsonNode> slips = new LinkedHashMap<>();
        slips.put(place + " left out", changed(right, place, null));
        List<JsonNode> others = List.of(
                TextNode.valueOf("other"),
                TextNode.valueOf("/a/b"),
                TextNode.valueOf(" "),
                TextNode.valueOf(""),
                IntNode.valueOf(1),
                JsonNodeFactory.instance.numberNode(1.5),
                JsonNodeFactory.instance.numberNode(5_000_000_000L),
                BooleanNode.TRUE,
                object("{}"),
                object("{\"pointer\": \"/a\", \"itemName\": true, \"written\": {\"decimal\": \",\"}}"),
                object("{\"itemName\": true, \"whenMissing\": {\"take\": \"x\"}, \"written\": \"iso\"}"),
                object("[\"a\"]"));
        for (JsonNode other : types ? others : List.<JsonNode>of()) {
            slips.put(place + " = " + other, changed(right, place, other));
        }
        if (right.at(parent(place)) instanceof ObjectNode) {
            ObjectNode renamed = changed(right, place, null);
            ((ObjectNode) renamed.at(parent(place))).set("x" + name(place), right.at(place));
            slips.put(place + " renamed", renamed);
            if (types) {
                ObjectNode more = right.deepCopy();
                ((ObjectNode) more.at(parent(place))).set("itemPointer", TextNode.valueOf("/a"));
                slips.put(place + " with itemPointer beside it", more);
            }
        }
        return slips;
    }

    private static ObjectNode changed(JsonNode right, String place, JsonNode value) {
        ObjectNode copy = right.deepCopy();
        JsonNode parent = copy.at(parent(place));
        if (parent instanceof ArrayNode array) {
            int index = Integer.parseInt(name(place));
            if (value == null) {
                array.remove(index);
            } else {
                array.set(index, value);
            }
        } else if (value == null) {
            ((ObjectNode) parent).remove(name(place));
        } else {
            ((ObjectNode) parent).set(name(place), value);
        }
        return copy;
    }

    private static JsonPointer parent(String place) {
        return JsonPointer.compile(place).head();
    }

    private static String name(String place) {
        return JsonPointer.compile(place).last().getMatchingProperty();
    }

    private static List<String> places(JsonNode json, String at) {
        List<String> all = new ArrayList<>();
        json.fieldNames().forEachRemaining(name -> {
            all.add(ProfileSchema.at(at, name));
            all.addAll(places(json.get(name), ProfileSchema.at(at, name)));
        });
        for (int i = 0; json.isArray() && i < json.size(); i++) {
            all.add(at + "/" + i);
            all.addAll(places(json.get(i), at + "/" + i));
        }
        return all;
    }

    private static Stream<Path> schemas() {
        return Stream.of(FIRST, SECOND);
    }

    /** Validates against the vocabulary that the document names; the first one if it names none. */
    private static boolean valid(JsonNode document) {
        JsonNode vocabulary = document.path("vocabulary");
        int version = vocabulary.isInt() && vocabulary.intValue() == 2 ? 2 : 1;
        return REFEREES.get(version).validate(document).isEmpty();
    }

    private static List<Path> profiles() throws IOException {
        List<Path> profiles = new ArrayList<>();
        for (String root : List.of("..", "../../itests")) {
            try (Stream<Path> all = Files.walk(Path.of(root))) {
                all.filter(file -> file.toString().contains("/src/")
                                && file.toString().endsWith(".json"))
                        .filter(file -> contains(file, "\"vocabulary\""))
                        .forEach(profiles::add);
            }
        }
        assertThat(profiles).hasSizeGreaterThanOrEqualTo(10);
        return profiles;
    }

    private static boolean contains(Path file, String text) {
        try {
            return Files.readString(file).contains(text);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode object(String json) {
        try {
            return ProfileSource.MAPPER.readTree(json);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode read(Path file) {
        try {
            return ProfileSource.MAPPER.readTree(file.toFile());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
