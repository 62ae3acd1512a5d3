package io.vsatlink.remote.profile;

import io.vsatlink.remote.profile.ErrorProfile.Marker;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the part of a profile that says how the vendor tells what went wrong. */
final class ErrorReader {

    private static final Map<String, Meaning> MEANINGS = new LinkedHashMap<>();

    static {
        for (Meaning meaning : Meaning.values()) {
            MEANINGS.put(meaning.key(), meaning);
        }
    }

    private ErrorReader() {}

    static ErrorProfile read(ProfileNode node) throws ProfileException {
        ErrorProfile errors = new ErrorProfile(
                node.pointers("codePointers"),
                node.pointers("messagePointers"),
                node.has("codes") ? codes(node.object("codes")) : Map.of(),
                node.has("statuses") ? statuses(node.object("statuses")) : Map.of(),
                node.has("inside200") ? marker(node.object("inside200")) : null,
                node.has("html") ? node.oneOf("html", MEANINGS) : null);
        node.refuseOthers();
        return errors;
    }

    private static Map<String, Meaning> codes(ProfileNode node) throws ProfileException {
        Map<String, Meaning> codes = new HashMap<>();
        for (String name : node.names()) {
            Meaning meaning = meaning(node, name);
            for (String code : node.texts(name)) {
                refuseTwice(node, name, code, codes.put(code, meaning));
            }
        }
        return codes;
    }

    private static Map<Integer, Meaning> statuses(ProfileNode node) throws ProfileException {
        Map<Integer, Meaning> statuses = new HashMap<>();
        for (String name : node.names()) {
            Meaning meaning = meaning(node, name);
            for (Integer status : node.integers(name)) {
                refuseTwice(node, name, status, statuses.put(status, meaning));
            }
        }
        return statuses;
    }

    private static Meaning meaning(ProfileNode node, String name) throws ProfileException {
        if (!MEANINGS.containsKey(name)) {
            throw node.refuse(node.at(name), "is no meaning; there are " + String.join(", ", MEANINGS.keySet()));
        }
        return MEANINGS.get(name);
    }

    private static void refuseTwice(ProfileNode node, String name, Object what, Meaning before)
            throws ProfileException {
        if (before != null) {
            throw node.refuse(node.at(name), "has " + what + ", which has the meaning " + before.key() + " already");
        }
    }

    private static Marker marker(ProfileNode node) throws ProfileException {
        Marker marker = new Marker(
                node.wholePointer("pointer"), List.copyOf(node.texts("values")), List.copyOf(node.texts("contains")));
        if (marker.pointer().isEmpty()
                && marker.parts().isEmpty()
                && marker.values().isEmpty()) {
            throw node.refuse(node.at("pointer"), "is the whole answer: say what it has where it is an error");
        }
        node.refuseOthers();
        return marker;
    }
}
