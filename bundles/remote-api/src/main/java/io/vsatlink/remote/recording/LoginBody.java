/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.recording;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The body of a login, or of the answer to one: its shape, without values. In an answer that is not as the profile expects the token
 * is somewhere else, where nothing would find it.
 */
final class LoginBody {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<String> HARMLESS = Set.of(
            "grant_type",
            "client_assertion_type",
            "token_type",
            "tokentype",
            "expires_in",
            "expiresin",
            "scope",
            "error",
            "error_description");

    private LoginBody() {}

    static String masked(String text) {
        if (text.isBlank()) {
            return text;
        }
        try {
            JsonNode tree = JSON.readTree(text);
            if (tree.isContainerNode()) {
                return masked(tree).toString();
            }
        } catch (JsonProcessingException e) {
            return isForm(text) ? form(text) : NamedSecrets.MASK;
        }
        return NamedSecrets.MASK;
    }

    private static JsonNode masked(JsonNode json) {
        if (json instanceof ObjectNode object) {
            object.properties().forEach(each -> {
                if (each.getValue().isContainerNode() || !isHarmless(each.getKey())) {
                    each.setValue(masked(each.getValue()));
                }
            });
            return object;
        }
        if (json instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, masked(array.get(i)));
            }
            return array;
        }
        return json.isBoolean() || json.isNull() ? json : TextNode.valueOf(NamedSecrets.MASK);
    }

    private static boolean isForm(String text) {
        return text.matches("[^\\s={}<>&]+=[^\\s{}<>&]*+(?s:.*)") && !text.contains("\n");
    }

    private static String form(String text) {
        return Stream.of(text.split("&", -1))
                .map(pair -> {
                    String name = pair.replaceFirst("=.*", "");
                    return isHarmless(name) ? pair : name + "=" + NamedSecrets.MASK;
                })
                .collect(Collectors.joining("&"));
    }

    private static boolean isHarmless(String name) {
        return HARMLESS.contains(name.toLowerCase(Locale.ROOT));
    }
}
