package io.vsatlink.vendor.profile;

import io.vsatlink.vendor.profile.ErrorProfile.Marker;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the part of a profile that says how the vendor tells what went wrong. */
final class ErrorReader {

    private ErrorReader() {}

    static ErrorProfile read(ProfileNode node) throws ProfileException {
        ErrorProfile errors = new ErrorProfile(
                node.pointers("codePointers"),
                node.pointers("messagePointers"),
                node.has("codes") ? codes(node.object("codes")) : Map.of(),
                node.has("statuses") ? statuses(node.object("statuses")) : Map.of(),
                node.has("inside200") ? marker(node.object("inside200")) : null);
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
        return Meaning.named(name)
                .orElseThrow(() ->
                        node.refuse(node.at(name), "is no meaning; there are retry, pace, logInAgain, giveUp, locked"));
    }

    private static void refuseTwice(ProfileNode node, String name, Object what, Meaning before)
            throws ProfileException {
        if (before != null) {
            throw node.refuse(node.at(name), "has " + what + ", which has the meaning " + before.key() + " already");
        }
    }

    private static Marker marker(ProfileNode node) throws ProfileException {
        Marker marker = new Marker(node.pointer("pointer"), List.copyOf(node.texts("values")));
        node.refuseOthers();
        return marker;
    }
}
