/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.profile.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.BooleanNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A published JSON Schema of the profile, and the validation of a document against it. Supports the keywords that the
 * schema uses. A message describes the valid values in the schema's own words: the title beside the violated keyword. A
 * member that is null counts as missing, unless the schema allows null there.
 */
final class ProfileSchema {
    private static final ProfileSchema FIRST = published("vendor-profile.schema.json");
    private static final ProfileSchema SECOND = published("vendor-profile-2.schema.json");

    private final JsonNode root;
    private final Map<String, Pattern> patterns = new ConcurrentHashMap<>();

    private ProfileSchema(JsonNode root) {
        this.root = root;
    }

    /** @param why the end of a sentence that begins with the place */
    record Mistake(String place, String why) {}

    /**
     * Returns all violations of the schema of the document's vocabulary, from top to bottom. Unknown members of an
     * object are reported only when the others are valid.
     */
    static Set<Mistake> mistakes(JsonNode document) {
        ProfileSchema schema = document.path("vocabulary").equals(SECOND.vocabulary()) ? SECOND : FIRST;
        Set<Mistake> found = new LinkedHashSet<>();
        schema.check(List.of(schema.root), "", document, found);
        return found;
    }

    private JsonNode vocabulary() {
        return root.at("/properties/vocabulary/const");
    }

    static String at(String place, String name) {
        return place + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    /** The continuation of "is not known here". */
    static String others(Set<String> known, JsonNode object) {
        Set<String> others = new TreeSet<>(known);
        others.removeIf(object::has);
        return others.isEmpty() ? "" : ", but " + String.join(", ", others) + (others.size() == 1 ? " is" : " are");
    }

    private static ProfileSchema published(String file) {
        try (InputStream json = ProfileSchema.class.getResourceAsStream(file)) {
            return new ProfileSchema(new JsonMapper().readTree(json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void check(List<JsonNode> given, String place, JsonNode value, Set<Mistake> found) {
        List<JsonNode> schemas = new ArrayList<>();
        given.forEach(each -> apply(each, value, schemas));
        for (JsonNode schema : schemas) {
            if (!keeps(schema, value)) {
                boolean text = value.isTextual() && !value.textValue().isBlank() && ofType(schema, value);
                String not = text ? ", not \"" + value.textValue() + "\"" : "";
                found.add(new Mistake(place, "must be " + words(schema) + not));
                return;
            }
        }
        for (int i = 0; value.isArray() && i < value.size(); i++) {
            check(under(schemas, "items"), place + "/" + i, value.get(i), found);
        }
        if (value.isObject()) {
            checkMembers(schemas, place, value, found);
        }
    }

    private void checkMembers(List<JsonNode> schemas, String place, JsonNode object, Set<Mistake> found) {
        int before = found.size();
        List<String> unknown = new ArrayList<>();
        object.fieldNames().forEachRemaining(name -> {
            List<JsonNode> wanted = member(schemas, name);
            if (wanted.isEmpty()) {
                unknown.add(name);
            } else if (!object.get(name).isNull() || wanted.stream().allMatch(each -> holds(each, object.get(name)))) {
                check(wanted, at(place, name), object.get(name), found);
            }
        });
        for (JsonNode schema : schemas) {
            for (JsonNode name : schema.path("required")) {
                if (!object.hasNonNull(name.textValue())) {
                    List<JsonNode> of = member(schemas, name.textValue());
                    String wanted = of.isEmpty() ? "there" : words(of.get(0));
                    found.add(new Mistake(at(place, name.textValue()), "is missing; it must be " + wanted));
                }
            }
            if (schema.has("not") && holds(schema.get("not"), object)) {
                JsonNode both = schema.get("not").path("required");
                found.add(new Mistake(
                        at(place, both.path(0).asText()), "and " + both.path(1).asText() + " exclude each other"));
            }
        }
        boolean closed = under(schemas, "additionalProperties").contains(BooleanNode.FALSE)
                || under(schemas, "unevaluatedProperties").contains(BooleanNode.FALSE);
        if (closed && found.size() == before) {
            Set<String> known = new TreeSet<>();
            under(schemas, "properties").forEach(each -> each.fieldNames().forEachRemaining(known::add));
            unknown.forEach(
                    name -> found.add(new Mistake(at(place, name), "is not known here" + others(known, object))));
        }
    }

    /** Adds the schema, and those that it refers to for this value. */
    private void apply(JsonNode schema, JsonNode value, List<JsonNode> all) {
        all.add(schema);
        if (schema.has("$ref")) {
            apply(referred(schema), value, all);
        }
        schema.path("allOf").forEach(each -> apply(each, value, all));
        if (schema.has("if") && holds(schema.get("if"), value)) {
            apply(schema.path("then"), value, all);
        }
        if (schema.has("anyOf")) {
            apply(meant(schema.get("anyOf"), value), value, all);
        }
    }

    /** The alternative that is valid; else the one for the members present; else the first one, which is the usual. */
    private JsonNode meant(JsonNode alternatives, JsonNode value) {
        return first(alternatives, each -> holds(each, value))
                .or(() -> first(alternatives, each -> suits(each, value, true)))
                .or(() -> first(alternatives, each -> suits(each, value, false)))
                .orElse(alternatives.get(0));
    }

    private boolean suits(JsonNode alternative, JsonNode value, boolean complete) {
        List<JsonNode> schemas = new ArrayList<>();
        apply(alternative, value, schemas);
        for (JsonNode schema : schemas) {
            boolean lacks = first(schema.path("required"), name -> !value.hasNonNull(name.textValue()))
                    .isPresent();
            if (!ofType(schema, value) || (complete && lacks)) {
                return false;
            }
        }
        return true;
    }

    private static Optional<JsonNode> first(JsonNode alternatives, Predicate<JsonNode> test) {
        for (JsonNode each : alternatives) {
            if (test.test(each)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    private boolean holds(JsonNode schema, JsonNode value) {
        Set<Mistake> found = new LinkedHashSet<>();
        check(List.of(schema), "", value, found);
        return found.isEmpty();
    }

    private JsonNode referred(JsonNode schema) {
        return root.at(schema.path("$ref").asText().substring(1));
    }

    /** The subschemas of a member; empty if it is unknown. */
    private static List<JsonNode> member(List<JsonNode> schemas, String name) {
        List<JsonNode> all = new ArrayList<>();
        for (JsonNode schema : schemas) {
            JsonNode named = schema.path("properties").path(name);
            JsonNode member = named.isObject() ? named : schema.path("additionalProperties");
            if (member.isObject()) {
                all.add(member);
            }
        }
        return all;
    }

    private static List<JsonNode> under(List<JsonNode> schemas, String keyword) {
        List<JsonNode> all = new ArrayList<>();
        for (JsonNode schema : schemas) {
            if (schema.has(keyword)) {
                all.add(schema.get(keyword));
            }
        }
        return all;
    }

    /** Whether the value, without its members, is valid against the schema. */
    private boolean keeps(JsonNode schema, JsonNode value) {
        boolean listed =
                !schema.has("enum") || first(schema.get("enum"), value::equals).isPresent();
        boolean constant = !schema.has("const") || schema.get("const").equals(value);
        return ofType(schema, value)
                && listed
                && constant
                && (!value.isNumber() || keepsRange(schema, value.doubleValue()))
                && (!value.isTextual() || keepsPattern(schema, value.textValue()));
    }

    private static boolean keepsRange(JsonNode schema, double value) {
        return value >= schema.path("minimum").asDouble(Double.NEGATIVE_INFINITY)
                && value <= schema.path("maximum").asDouble(Double.POSITIVE_INFINITY);
    }

    private boolean keepsPattern(JsonNode schema, String text) {
        return !schema.has("pattern")
                || patterns.computeIfAbsent(schema.get("pattern").textValue(), Pattern::compile)
                        .matcher(text)
                        .find();
    }

    private static boolean ofType(JsonNode schema, JsonNode value) {
        return switch (schema.path("type").asText()) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "boolean" -> value.isBoolean();
            case "null" -> value.isNull();
            case "integer" -> value.isNumber() && value.doubleValue() == Math.rint(value.doubleValue());
            default -> true;
        };
    }

    private String words(JsonNode schema) {
        if (schema.has("enum")) {
            List<String> words = new ArrayList<>();
            schema.get("enum").forEach(each -> words.add(each.asText()));
            return "one of " + String.join(", ", words);
        }
        if (schema.has("title")) {
            return schema.get("title").textValue();
        }
        if (schema.has("$ref") || schema.has("anyOf")) {
            return words(
                    schema.has("$ref") ? referred(schema) : schema.path("anyOf").path(0));
        }
        return switch (schema.path("type").asText()) {
            case "object" -> "an object";
            case "boolean" -> "true or false";
            case "string" -> "a text";
            default -> schema.path("const").asText();
        };
    }
}
