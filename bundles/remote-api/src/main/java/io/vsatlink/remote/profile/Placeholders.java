/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.profile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text with <code>${name}</code> in it. */
public final class Placeholders {

    /** Of each call, made by us. */
    public static final String CORRELATION_ID = "correlationId";

    /** Who we are to the vendor; every connector has these two. */
    public static final String USERNAME = "username";

    public static final String PASSWORD = "password";

    /** Further secrets; every connector has these settings. */
    public static final Set<String> SECRETS = Set.of("secret1", "secret2", "secret3");

    /** How many rows a page shall have; in the requests of listings. */
    public static final String PAGE_SIZE = "pageSize";

    /** What a login gave. */
    public static final String TOKEN = "token";

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]*)}");

    private Placeholders() {}

    public static Set<String> in(String text) {
        Set<String> names = new TreeSet<>();
        Matcher matcher = PLACEHOLDER.matcher(text);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    /** Whether there is a value for each placeholder. */
    public static boolean fillable(String text, Map<String, ?> values) {
        return values.keySet().containsAll(in(text));
    }

    /** Values go in as they are: a <code>${…}</code> inside a value is no placeholder. */
    public static String fill(String text, Map<String, ?> values) {
        return fill(text, values, UnaryOperator.identity());
    }

    /** @param written what is done to each value before it goes in */
    public static String fill(String text, Map<String, ?> values, UnaryOperator<String> written) {
        return PLACEHOLDER.matcher(text).replaceAll(match -> {
            Object value = values.get(match.group(1));
            return Matcher.quoteReplacement(value == null ? match.group() : written.apply(value.toString()));
        });
    }

    /** A copy with its texts filled; a text that is one placeholder takes on the type of the value. */
    public static JsonNode fill(JsonNode json, Map<String, ?> values) {
        if (json.isTextual()) {
            Matcher whole = PLACEHOLDER.matcher(json.textValue());
            Object value = whole.matches() ? values.get(whole.group(1)) : null;
            if (value instanceof Boolean flag) {
                return JsonNodeFactory.instance.booleanNode(flag);
            }
            return value instanceof Integer number
                    ? JsonNodeFactory.instance.numberNode(number)
                    : JsonNodeFactory.instance.textNode(fill(json.textValue(), values));
        }
        if (json instanceof ObjectNode object) {
            ObjectNode filled = JsonNodeFactory.instance.objectNode();
            object.properties().forEach(each -> filled.set(each.getKey(), fill(each.getValue(), values)));
            return filled;
        }
        if (json instanceof ArrayNode array) {
            ArrayNode filled = JsonNodeFactory.instance.arrayNode();
            array.forEach(each -> filled.add(fill(each, values)));
            return filled;
        }
        return json;
    }
}
