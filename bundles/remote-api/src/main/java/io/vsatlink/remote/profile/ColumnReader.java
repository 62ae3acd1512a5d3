package io.vsatlink.remote.profile;

import com.fasterxml.jackson.core.JsonPointer;
import io.vsatlink.api.dataset.ColumnType;
import io.vsatlink.remote.profile.ColumnProfile.Missing;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads the part of a profile that says where one value stands and how it is written. */
final class ColumnReader {
    private static final Map<String, ColumnType> TYPES = new LinkedHashMap<>();

    static {
        for (ColumnType type : ColumnType.values()) {
            TYPES.put(type.name().toLowerCase(Locale.ROOT), type);
        }
    }

    /** Where rows keep what no column has, in exports and tables. */
    private static final String REST = "extra";

    private ColumnReader() {}

    /** A value that the connector wants: a pointer, or an object that says more. */
    static ColumnProfile read(ProfileNode columns, String name, ColumnType type) throws ProfileException {
        if (!columns.isObject(name)) {
            JsonPointer pointer = JsonPointer.compile(columns.pointer(name));
            return new ColumnProfile(
                    name,
                    pointer,
                    type,
                    new Written.Plainly(),
                    ColumnProfile.usuallyMissing(type),
                    Missing.EMPTY,
                    null,
                    Map.of());
        }
        ProfileNode node = columns.object(name);
        if (node.has("type") && node.oneOf("type", TYPES) != type) {
            throw node.refuse(node.at("type"), "must be " + type.name().toLowerCase(Locale.ROOT) + " for this column");
        }
        return described(node, name, type);
    }

    /** A value that only the profile's author wants: its type has to be told. */
    static ColumnProfile readAdded(ProfileNode columns, String name) throws ProfileException {
        if (!columns.isObject(name)) {
            throw columns.refuse(
                    columns.at(name),
                    "is no column of ours; to add it, write {\"pointer\": …, \"type\": …} with one of the types "
                            + String.join(", ", TYPES.keySet()));
        }
        if (name.equals(REST)) {
            throw columns.refuse(columns.at(name), "is the name of what no column has");
        }
        ProfileNode node = columns.object(name);
        return described(node, name, node.oneOf("type", TYPES));
    }

    private static ColumnProfile described(ProfileNode node, String name, ColumnType type) throws ProfileException {
        boolean ownName = node.flag("itemName");
        if (ownName && node.has("pointer")) {
            throw node.refuse(node.at("itemName"), "and pointer exclude each other");
        }
        JsonPointer pointer = ownName ? null : JsonPointer.compile(node.pointer("pointer"));
        boolean instead = node.isObject("whenMissing");
        ColumnProfile column = new ColumnProfile(
                name,
                pointer,
                type,
                WrittenReader.read(node, type),
                node.has("missing") ? node.rawTexts("missing") : ColumnProfile.usuallyMissing(type),
                instead ? Missing.INSTEAD : whenMissing(node),
                instead ? instead(node.object("whenMissing")) : null,
                node.textMap("table", Set.of()));
        node.refuseOthers();
        return column;
    }

    private static Missing whenMissing(ProfileNode node) throws ProfileException {
        return node.has("whenMissing")
                ? node.oneOf("whenMissing", Map.of("empty", Missing.EMPTY, "refuse", Missing.REFUSE))
                : Missing.EMPTY;
    }

    private static String instead(ProfileNode node) throws ProfileException {
        String text = node.text("take");
        node.refuseOthers();
        return text;
    }
}
