package io.vsatlink.vendor.profile;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An object of the profile that knows where it stands, and which of its members have been asked for. */
final class ProfileNode {

    private final String source;
    private final String pointer;
    private final JsonNode json;
    private final Set<String> known = new HashSet<>();

    ProfileNode(String source, String pointer, JsonNode json) throws ProfileException {
        this.source = source;
        this.pointer = pointer;
        this.json = json;
        if (!json.isObject()) {
            throw refuse(pointer, "must be an object");
        }
    }

    boolean has(String name) {
        known.add(name);
        return json.hasNonNull(name);
    }

    String text(String name) throws ProfileException {
        return text(at(name), member(name, "a text"));
    }

    String textOr(String name, String otherwise) throws ProfileException {
        return has(name) ? text(name) : otherwise;
    }

    int integer(String name) throws ProfileException {
        JsonNode value = member(name, "a whole number");
        if (!value.isInt()) {
            throw refuse(at(name), "must be a whole number");
        }
        return value.intValue();
    }

    String path(String name) throws ProfileException {
        String path = text(name);
        if (!path.startsWith("/") || path.contains("?") || path.contains("#")) {
            throw refuse(at(name), "must be a path that begins with / and has no query");
        }
        return path;
    }

    String pointer(String name) throws ProfileException {
        return pointer(at(name), text(name));
    }

    String pointerOr(String name, String otherwise) throws ProfileException {
        return has(name) ? pointer(name) : otherwise;
    }

    List<String> pointers(String name) throws ProfileException {
        List<String> pointers = new ArrayList<>();
        for (String each : texts(name)) {
            pointers.add(pointer(at(name) + "/" + pointers.size(), each));
        }
        return pointers;
    }

    /** The members of an array of texts; none where it is missing. */
    Set<String> texts(String name) throws ProfileException {
        Set<String> texts = new LinkedHashSet<>();
        if (has(name)) {
            JsonNode array = json.get(name);
            if (!array.isArray()) {
                throw refuse(at(name), "must be a list of texts");
            }
            for (int i = 0; i < array.size(); i++) {
                texts.add(text(at(name) + "/" + i, array.get(i)));
            }
        }
        return texts;
    }

    /** An object of texts that hold no placeholders but these; empty where it is missing. */
    Map<String, String> textMap(String name, Set<String> placeholders) throws ProfileException {
        Map<String, String> texts = new LinkedHashMap<>();
        if (has(name)) {
            ProfileNode object = object(name);
            for (String each : object.names()) {
                texts.put(each, object.template(each, placeholders));
            }
        }
        return texts;
    }

    String template(String name, Set<String> placeholders) throws ProfileException {
        String text = text(name);
        for (String placeholder : Placeholders.in(text)) {
            if (!placeholders.contains(placeholder)) {
                throw refuse(at(name), "holds ${" + placeholder + "}, known here: " + placeholders);
            }
        }
        return text;
    }

    ProfileNode object(String name) throws ProfileException {
        return new ProfileNode(source, at(name), member(name, "an object"));
    }

    List<String> names() {
        List<String> names = new ArrayList<>();
        for (Iterator<String> each = json.fieldNames(); each.hasNext(); ) {
            names.add(each.next());
        }
        return names;
    }

    /** A misspelt member would silently change nothing: refuses those that nobody asked for. */
    void refuseOthers() throws ProfileException {
        for (String name : names()) {
            if (!known.contains(name)) {
                throw refuse(at(name), "is not known here");
            }
        }
    }

    String at(String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    ProfileException refuse(String where, String why) {
        return new ProfileException(source + ": " + (where.isEmpty() ? "the whole document" : where) + " " + why);
    }

    private JsonNode member(String name, String kind) throws ProfileException {
        if (!has(name)) {
            throw refuse(at(name), "is missing, it must be " + kind);
        }
        return json.get(name);
    }

    private String text(String where, JsonNode value) throws ProfileException {
        if (!value.isTextual() || value.textValue().isBlank()) {
            throw refuse(where, "must be a text that is not blank");
        }
        return value.textValue();
    }

    private String pointer(String where, String text) throws ProfileException {
        try {
            return JsonPointer.compile(text).toString();
        } catch (IllegalArgumentException e) {
            throw refuse(where, "must be a JSON pointer such as /a/b, not \"" + text + "\"");
        }
    }
}
