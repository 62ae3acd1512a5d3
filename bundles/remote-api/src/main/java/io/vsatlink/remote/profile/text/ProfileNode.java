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
 * A part of the profile, with its place. The schema has checked its shape: the values have the types that the schema
 * requires, and may be read only if the part is {@link #sound}.
 *
 * @param place the JSON pointer of the part
 * @param json a missing node if the part does not exist
 */
public record ProfileNode(ProfileSource source, String place, JsonNode json) {

    public ProfileNode at(String name) {
        return new ProfileNode(source, ProfileSchema.at(place, name), json.path(name));
    }

    /** Records a mistake at this place. Reading continues, to find further mistakes. */
    public void refuse(String why) {
        source.mistake(place, why);
    }

    /** Whether no mistake was found in this part. */
    public boolean sound() {
        return source.sound(place);
    }

    /** Whether the part exists; if it does not, this is recorded as a mistake. */
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

    /** Null if it is missing. */
    public String text(String name) {
        return json.path(name).textValue();
    }

    /** The elements of an array, without duplicates; empty if it is missing. */
    public List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        json.path(name).forEach(each -> texts.add(each.textValue()));
        return texts.stream().distinct().toList();
    }

    /** An object whose values are texts; empty if it is missing. */
    public Map<String, String> textMap(String name) {
        Map<String, String> texts = new LinkedHashMap<>();
        json.path(name).properties().forEach(each -> {
            if (!each.getValue().isNull()) {
                texts.put(each.getKey(), each.getValue().textValue());
            }
        });
        return texts;
    }

    /** The elements of an array; empty if it is missing. */
    public List<ProfileNode> elements() {
        List<ProfileNode> elements = new ArrayList<>();
        for (int i = 0; i < json.size(); i++) {
            elements.add(new ProfileNode(source, place + "/" + i, json.get(i)));
        }
        return elements;
    }

    /** False if it is missing. */
    public boolean flag(String name) {
        return json.path(name).booleanValue();
    }

    /** 0 if it is missing. */
    public int integer(String name) {
        return json.path(name).intValue();
    }

    /** A value of any type; null if it is missing. */
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

    /** Refuses all other members: an unknown member would silently have no effect. */
    public void refuseOthers(Set<String> known) {
        for (String name : names()) {
            if (!known.contains(name)) {
                at(name).refuse("is not known here" + ProfileSchema.others(known, json));
            }
        }
    }
}
