/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.listing;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vsatlink.remote.http.Call.Body;
import io.vsatlink.remote.profile.AnswerFormat.Kind;
import io.vsatlink.remote.profile.ListingProfile;
import io.vsatlink.remote.profile.ListingRequest;
import io.vsatlink.remote.profile.PagePosition;
import io.vsatlink.remote.profile.Placeholders;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Builds the request for a page from the listing's request and the page's position. Not thread-safe. */
final class PageParts {
    private static final JsonMapper JSON = new JsonMapper();

    private final ListingRequest request;
    private final Map<String, String> query;
    private final Map<String, String> headers;
    private final Map<String, String> form;
    private final ObjectNode body;

    /** @param values the values of the placeholders */
    PageParts(ListingProfile listing, Map<String, ?> values) {
        this.request = listing.request();
        this.query = filled(request.query(), values);
        this.headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        if (listing.format().kind() != Kind.JSON) {
            headers.put("Accept", listing.format().kind().accept());
        }
        headers.putAll(filled(request.headers(), values));
        this.form = filled(request.form(), values);
        this.body = request.body() == null ? null : (ObjectNode) Placeholders.fill(request.body(), values);
    }

    private static Map<String, String> filled(Map<String, String> texts, Map<String, ?> values) {
        Map<String, String> filled = new LinkedHashMap<>();
        texts.forEach((name, value) -> filled.put(name, Placeholders.fill(value, values)));
        return filled;
    }

    void header(String name, String value) {
        headers.put(name, value);
    }

    /** @param name the parameter, or the pointer to it */
    void put(PagePosition at, String name, JsonNode value) {
        switch (at.in()) {
            case QUERY -> query.put(name, value.asText());
            case FORM -> form.put(name, value.asText());
            case BODY -> set(body, JsonPointer.compile(name), value);
            case PARAMETER -> inParameter(at.part(), JsonPointer.compile(name), value);
            case HEADER -> throw new IllegalArgumentException("only a range goes into a header");
        }
    }

    private void inParameter(String parameter, JsonPointer pointer, JsonNode value) {
        Map<String, String> there = form.containsKey(parameter) ? form : query;
        try {
            ObjectNode json = there.containsKey(parameter)
                    ? (ObjectNode) JSON.readTree(there.get(parameter))
                    : JsonNodeFactory.instance.objectNode();
            set(json, pointer, value);
            there.put(parameter, json.toString());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the value of " + parameter + " is not JSON", e);
        }
    }

    /** A cursor is written as text, or as a number if the profile has a number in its place. */
    private static void set(ObjectNode json, JsonPointer pointer, JsonNode value) {
        JsonNode before = json.at(pointer);
        boolean number = before.isIntegralNumber() && value.asText().matches("-?\\d{1,18}");
        JsonNode written = number ? JsonNodeFactory.instance.numberNode(Long.parseLong(value.asText())) : value;
        ObjectNode holder = pointer.head().matches() ? json : json.withObject(pointer.head());
        holder.set(pointer.last().getMatchingProperty(), written);
    }

    /** @param path the path to which the query is added */
    PageQuery.Asked asked(String path) {
        return at(PageQuery.withQuery(path, query));
    }

    /** @param target path and query, used unchanged */
    PageQuery.Asked at(String target) {
        return new PageQuery.Asked(request.method(), target, headers, content());
    }

    private Body content() {
        if (body != null) {
            return Body.json(body.toString());
        }
        return form.isEmpty() ? null : Body.form(PageQuery.encoded(form));
    }
}
