/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.profile.read;

import com.fasterxml.jackson.databind.JsonNode;
import io.vsatlink.remote.profile.ErrorProfile;
import io.vsatlink.remote.profile.ErrorProfile.Marker;
import io.vsatlink.remote.profile.Meaning;
import io.vsatlink.remote.profile.text.ProfileNode;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** Reads the part of a profile that describes errors. */
final class ErrorReader {

    private ErrorReader() {}

    /** Returns null after a mistake. */
    static ErrorProfile read(ProfileNode node) {
        if (!node.sound()) {
            return null;
        }
        ErrorProfile errors = new ErrorProfile(
                node.texts("codePointers"),
                node.texts("messagePointers"),
                meanings(node.at("codes"), JsonNode::textValue),
                meanings(node.at("statuses"), JsonNode::intValue),
                node.has("inside200") ? marker(node.at("inside200")) : null,
                node.has("html") ? Meaning.of(node.text("html")) : null);
        return node.sound() ? errors : null;
    }

    /** Meanings by code or status; the profile lists codes and statuses by meaning, for readability. */
    private static <T> Map<T, Meaning> meanings(ProfileNode node, Function<JsonNode, T> said) {
        Map<T, Meaning> meanings = new HashMap<>();
        for (String name : node.names()) {
            Meaning meaning = Meaning.of(name);
            for (JsonNode each : node.json().get(name)) {
                Meaning before = meanings.put(said.apply(each), meaning);
                if (before != null && before != meaning) {
                    node.at(name).refuse("has " + each.asText() + ", which already has the meaning " + before.key());
                }
            }
        }
        return meanings;
    }

    private static Marker marker(ProfileNode node) {
        Marker marker =
                new Marker(node.text("pointer"), node.texts("values"), node.texts("contains"), node.texts("except"));
        if (!marker.good().isEmpty()
                && !(marker.values().isEmpty() && marker.parts().isEmpty())) {
            node.at("except").refuse("means every other value, so it needs neither values nor contains");
        }
        if (marker.pointer().isEmpty()
                && marker.parts().isEmpty()
                && marker.values().isEmpty()) {
            node.at("pointer").refuse("is the whole response: give the values that mark an error");
        }
        return marker;
    }
}
