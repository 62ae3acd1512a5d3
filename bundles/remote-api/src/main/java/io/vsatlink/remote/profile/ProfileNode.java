package io.vsatlink.remote.profile;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** An object of the profile that knows where it stands, and which of its members have been asked for. */
final class ProfileNode {

    private final ProfileSource source;
    private final String pointer;
    private final JsonNode json;
    private final Set<String> known = new HashSet<>();

    ProfileNode(ProfileSource source, String pointer, JsonNode json) throws ProfileException {
        this.source = source;
        this.pointer = pointer;
        this.json = json;
        if (!json.isObject()) {
            throw refuse(pointer, "must be an object");
        }
    }

    /** Where it stands. */
    String place() {
        return pointer;
    }

    boolean has(String name) {
        known.add(name);
        return json.hasNonNull(name);
    }

    String text(String name) throws ProfileException {
        return text(at(name), member(name, "a text"));
    }

    /** A text that may be blank. */
    String rawText(String name) throws ProfileException {
        JsonNode value = member(name, "a text");
        if (!value.isTextual()) {
            throw refuse(at(name), "must be a text");
        }
        return value.textValue();
    }

    String textOr(String name, String otherwise) throws ProfileException {
        return has(name) ? text(name) : otherwise;
    }

    int integer(String name) throws ProfileException {
        return integer(at(name), member(name, "a whole number"));
    }

    int integerOr(String name, int otherwise) throws ProfileException {
        return has(name) ? integer(name) : otherwise;
    }

    boolean flag(String name) throws ProfileException {
        if (!has(name)) {
            return false;
        }
        if (!json.get(name).isBoolean()) {
            throw refuse(at(name), "must be true or false");
        }
        return json.get(name).booleanValue();
    }

    /** The one of these that the text names. */
    <T> T oneOf(String name, Map<String, T> words) throws ProfileException {
        String text = text(name);
        if (!words.containsKey(text)) {
            throw refuse(at(name), "must be one of " + String.join(", ", words.keySet()) + ", not \"" + text + "\"");
        }
        return words.get(text);
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

    /** A pointer that may be empty, for the whole answer. */
    String wholePointer(String name) throws ProfileException {
        return pointer(at(name), rawText(name));
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
        int i = 0;
        for (JsonNode each : array(name, "a list of texts")) {
            texts.add(text(at(name) + "/" + i++, each));
        }
        return texts;
    }

    /** As {@link #texts}, but they may be blank. */
    Set<String> rawTexts(String name) throws ProfileException {
        Set<String> texts = new LinkedHashSet<>();
        for (JsonNode each : array(name, "a list of texts")) {
            if (!each.isTextual()) {
                throw refuse(at(name) + "/" + texts.size(), "must be a text");
            }
            texts.add(each.textValue());
        }
        return texts;
    }

    private JsonNode array(String name, String kind) throws ProfileException {
        if (!has(name)) {
            return MissingNode.getInstance();
        }
        if (!json.get(name).isArray()) {
            throw refuse(at(name), "must be " + kind);
        }
        return json.get(name);
    }

    /** The members of an array of whole numbers; none where it is missing. */
    List<Integer> integers(String name) throws ProfileException {
        List<Integer> integers = new ArrayList<>();
        for (JsonNode each : array(name, "a list of whole numbers")) {
            integers.add(integer(at(name) + "/" + integers.size(), each));
        }
        return integers;
    }

    /** Any JSON whose texts hold no placeholders but these; null where it is missing. */
    JsonNode templates(String name, Set<String> placeholders) throws ProfileException {
        if (!has(name)) {
            return null;
        }
        checkTemplates(at(name), json.get(name), placeholders);
        return json.get(name);
    }

    private void checkTemplates(String where, JsonNode value, Set<String> placeholders) throws ProfileException {
        if (value.isTextual()) {
            checkTemplate(where, value.textValue(), placeholders);
        }
        if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                checkTemplates(where + "/" + i, value.get(i), placeholders);
            }
        }
        for (Map.Entry<String, JsonNode> each : value.properties()) {
            checkTemplates(where + "/" + escaped(each.getKey()), each.getValue(), placeholders);
        }
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
        checkTemplate(at(name), text, placeholders);
        return text;
    }

    private void checkTemplate(String where, String text, Set<String> placeholders) throws ProfileException {
        for (String placeholder : Placeholders.in(text)) {
            if (!placeholders.contains(placeholder)) {
                throw refuse(where, "holds ${" + placeholder + "}, known here: " + new TreeSet<>(placeholders));
            }
        }
    }

    /** A path whose placeholders are these. */
    String path(String name, Set<String> placeholders) throws ProfileException {
        String path = path(name);
        checkTemplate(at(name), path, placeholders);
        return path;
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
                throw refuse(at(name), "is not known here" + knownNames());
            }
        }
    }

    /** What could have been meant. */
    private String knownNames() {
        Set<String> others = new TreeSet<>(known);
        others.removeAll(names());
        return others.isEmpty() ? "" : ", but " + String.join(", ", others) + (others.size() == 1 ? " is" : " are");
    }

    /** Whether it is there, be it as null. */
    boolean names(String name) {
        known.add(name);
        return json.has(name);
    }

    boolean isObject(String name) {
        return json.path(name).isObject();
    }

    boolean isText(String name) {
        return json.path(name).isTextual();
    }

    ProfileSource source() {
        return source;
    }

    String at(String name) {
        return pointer + "/" + escaped(name);
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    ProfileException refuse(String where, String why) {
        return source.mistake(where, why);
    }

    private JsonNode member(String name, String kind) throws ProfileException {
        if (!has(name)) {
            throw refuse(at(name), "is missing, it must be " + kind);
        }
        return json.get(name);
    }

    private int integer(String where, JsonNode value) throws ProfileException {
        if (!value.isInt()) {
            throw refuse(where, "must be a whole number");
        }
        return value.intValue();
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
