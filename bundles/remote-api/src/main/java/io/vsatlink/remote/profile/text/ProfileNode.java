/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.profile.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.vsatlink.remote.profile.Placeholders;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A part of the profile that knows where it stands. Its shape is the schema's affair: the values are taken for what the
 * schema says, and asked for only where the part is {@link #sound}.
 *
 * @param json a missing node where there is nothing
 */
public record ProfileNode(ProfileSource source, String place, JsonNode json) {

    public ProfileNode at(String name) {
        return new ProfileNode(source, ProfileSchema.at(place, name), json.path(name));
    }

    /** Notes a mistake at this place; the reading goes on, for more of them. */
    public void refuse(String why) {
        source.mistake(place, why);
    }

    /** Whether no mistake was found here, nor in what stands within. */
    public boolean sound() {
        return source.sound(place);
    }

    /** Whether something is there, which is refused otherwise. */
    public boolean given(String kind) {
        boolean given = !json.isMissingNode() && !json.isNull();
        if (!given) {
            refuse("is missing; it must be " + kind);
        }
        return given;
    }

    /** Null counts as left out. */
    public boolean has(String name) {
        return json.hasNonNull(name);
    }

    public List<String> names() {
        List<String> names = new ArrayList<>();
        json.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** Null where it is missing. */
    public String text(String name) {
        return json.path(name).textValue();
    }

    /** The members of an array, each once; none where it is missing. */
    public List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        json.path(name).forEach(each -> texts.add(each.textValue()));
        return texts.stream().distinct().toList();
    }

    /** An object of texts; empty where it is missing. */
    public Map<String, String> textMap(String name) {
        Map<String, String> texts = new LinkedHashMap<>();
        json.path(name).properties().forEach(each -> {
            if (!each.getValue().isNull()) {
                texts.put(each.getKey(), each.getValue().textValue());
            }
        });
        return texts;
    }

    /** The elements of an array; none where it is missing. */
    public List<ProfileNode> elements() {
        List<ProfileNode> elements = new ArrayList<>();
        for (int i = 0; i < json.size(); i++) {
            elements.add(new ProfileNode(source, place + "/" + i, json.get(i)));
        }
        return elements;
    }

    /** False where it is missing. */
    public boolean flag(String name) {
        return json.path(name).booleanValue();
    }

    /** 0 where it is missing. */
    public int integer(String name) {
        return json.path(name).intValue();
    }

    /** Whatever it is; null where it is missing. */
    public JsonNode any(String name) {
        return has(name) ? json.get(name) : null;
    }

    /** Refuses placeholders other than these in all texts of this part. */
    public void allowPlaceholders(Set<String> known) {
        if (json.isTextual()) {
            for (String placeholder : Placeholders.in(json.textValue())) {
                if (!known.contains(placeholder)) {
                    refuse("holds ${" + placeholder + "}; known here: " + new TreeSet<>(known));
                    return;
                }
            }
        }
        for (int i = 0; json.isArray() && i < json.size(); i++) {
            new ProfileNode(source, place + "/" + i, json.get(i)).allowPlaceholders(known);
        }
        names().forEach(name -> at(name).allowPlaceholders(known));
    }

    /** A member that nobody asks for would silently change nothing. */
    public void refuseOthers(Set<String> known) {
        for (String name : names()) {
            if (!known.contains(name)) {
                at(name).refuse("is not known here" + ProfileSchema.others(known, json));
            }
        }
    }
}
