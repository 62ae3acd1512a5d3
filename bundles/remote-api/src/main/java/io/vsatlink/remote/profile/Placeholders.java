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

/** Text with placeholders of the form <code>${name}</code>. */
public final class Placeholders {

    /** The correlation id that we create for each call. */
    public static final String CORRELATION_ID = "correlationId";

    /** Our credentials; every connector has these two settings. */
    public static final String USERNAME = "username";

    public static final String PASSWORD = "password";

    /** Further secrets; every connector has these settings. */
    public static final Set<String> SECRETS = Set.of("secret1", "secret2", "secret3");

    /** How many rows a page shall have; in the requests of listings. */
    public static final String PAGE_SIZE = "pageSize";

    /** The token that a login returned. */
    public static final String TOKEN = "token";

    /** What a login gave to ask for another token by. */
    public static final String REFRESH_TOKEN = "refreshToken";

    /** What is signed for a login. */
    public static final String ASSERTION = "assertion";

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

    /** Inserts the values unchanged: a <code>${…}</code> inside a value is not a placeholder. */
    public static String fill(String text, Map<String, ?> values) {
        return fill(text, values, UnaryOperator.identity());
    }

    /** @param written converts each value before it is inserted */
    public static String fill(String text, Map<String, ?> values, UnaryOperator<String> written) {
        return PLACEHOLDER.matcher(text).replaceAll(match -> {
            Object value = values.get(match.group(1));
            return Matcher.quoteReplacement(value == null ? match.group() : written.apply(value.toString()));
        });
    }

    /**
     * Returns a copy with all texts filled; a text that is a single placeholder becomes a boolean if the value is one.
     */
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
