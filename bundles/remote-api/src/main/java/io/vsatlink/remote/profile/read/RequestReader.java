/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.profile.read;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.vsatlink.remote.profile.ListingRequest;
import io.vsatlink.remote.profile.PagePosition;
import io.vsatlink.remote.profile.PagePosition.In;
import io.vsatlink.remote.profile.PagingProfile;
import io.vsatlink.remote.profile.PagingProfile.Style;
import io.vsatlink.remote.profile.Placeholders;
import io.vsatlink.remote.profile.text.ProfileNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the part of a profile that says what the pages of a listing are asked for by. */
final class RequestReader {
    private static final List<String> PRIVATE = List.of("headers", "body", "form");

    private final ProfileNode node;
    private final Set<String> settings;

    /** @param settings placeholders that its texts may have */
    RequestReader(ProfileNode node, Set<String> settings) {
        this.node = node;
        this.settings = settings;
    }

    /** Refuses placeholders that are not known; the size of a page is one where pages have a size. */
    void checkPlaceholders(String style) {
        node.at("path").allowPlaceholders(settings);
        Set<String> known = new HashSet<>(settings);
        if (!Style.NONE.key().equals(style)) {
            known.add(Placeholders.PAGE_SIZE);
        }
        node.at("query").allowPlaceholders(known);
        // an address stands in logs
        known.addAll(Set.of(Placeholders.USERNAME, Placeholders.PASSWORD));
        known.addAll(Placeholders.SECRETS);
        PRIVATE.forEach(part -> node.at(part).allowPlaceholders(known));
    }

    /**
     * Of a sound part.
     *
     * @param since the parameter that asks for what changed; null if there is none
     */
    ListingRequest read(PagingProfile paging, String since) {
        PagePosition at = paging.position();
        List<String> pointers = Stream.of(at.name(), at.size(), since)
                .filter(pointer -> pointer != null && pointer.startsWith("/"))
                .toList();
        boolean carries = node.has("body") || node.has("form") || at.in() == In.BODY || at.in() == In.FORM;
        String method = node.has("method") ? node.text("method") : carries ? "POST" : "GET";
        if (carries && method.equals("GET")) {
            node.at("method").refuse("must be POST, because the request has a body");
        }
        JsonNode body =
                node.has("body") || at.in() != In.BODY ? node.any("body") : JsonNodeFactory.instance.objectNode();
        if (at.in() == In.BODY && node.has("form")) {
            node.at("form").refuse("is sent instead of a body, but the paging is in the body");
        } else if (at.in() == In.FORM && node.has("body")) {
            node.at("body").refuse("is sent instead of a form, but the paging is in the form");
        } else if (at.in() == In.BODY) {
            refuseObstacles(node.at("body"), body, pointers);
        } else if (at.in() == In.PARAMETER) {
            refuseObstacles(holder(at.part()), pointers);
        }
        return new ListingRequest(
                method, node.text("path"), node.textMap("query"), node.textMap("headers"), body, node.textMap("form"));
    }

    private ProfileNode holder(String parameter) {
        return node.at(node.at("form").has(parameter) ? "form" : "query").at(parameter);
    }

    private static void refuseObstacles(ProfileNode parameter, List<String> pointers) {
        if (!parameter.json().isTextual()) {
            return;
        }
        try {
            JsonNode json = new JsonMapper().readTree(parameter.json().textValue());
            if (json.isObject()) {
                refuseObstacles(parameter, json, pointers);
            } else {
                parameter.refuse("must be a JSON object in a text, because the paging is in it");
            }
        } catch (JsonProcessingException e) {
            parameter.refuse("must be a JSON object in a text, because the paging is in it");
        }
    }

    /** Where something else than an object stands, nothing can be put below it. */
    private static void refuseObstacles(ProfileNode place, JsonNode json, List<String> pointers) {
        for (String pointer : pointers) {
            JsonPointer above = JsonPointer.compile(pointer).head();
            for (; !above.matches(); above = above.head()) {
                JsonNode there = json.at(above);
                if (!there.isMissingNode() && !there.isObject()) {
                    place.refuse("has no object at " + above + ", where the paging puts " + pointer);
                    return;
                }
            }
        }
    }
}
