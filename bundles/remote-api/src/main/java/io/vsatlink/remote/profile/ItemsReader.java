package io.vsatlink.remote.profile;

import io.vsatlink.api.dataset.Column;
import io.vsatlink.remote.profile.ItemsProfile.Shape;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the part of a profile that says what the items of an answer hold. */
final class ItemsReader {
    private final List<Column> fields;
    private final String key;
    private final Set<String> optional;

    /**
     * @param key null where nothing identifies an item
     * @param optional fields that may be left out without a word
     */
    ItemsReader(List<Column> fields, String key, Set<String> optional) {
        this.fields = fields;
        this.key = key;
        this.optional = optional;
    }

    /** @param commonItems where the items stand if the node does not say it; null where it has to */
    ItemsProfile read(ProfileNode node, String commonItems) throws ProfileException {
        boolean single = node.has("itemPointer");
        String pointer = single ? node.wholePointer("itemPointer") : items(node, commonItems);
        ProfileNode columns = node.object("columns");
        List<ColumnProfile> wanted = wanted(columns);
        List<ColumnProfile> added = added(columns);
        boolean members = Stream.concat(wanted.stream(), added.stream())
                .anyMatch(column -> column != null && column.pointer() == null);
        Shape shape = single ? Shape.SINGLE : members ? Shape.MEMBERS : Shape.ARRAY;
        ItemsProfile items = new ItemsProfile(pointer, shape, fields, key, wanted, added);
        refuseNested(columns, items);
        if (key != null) {
            key(node);
        }
        return items;
    }

    private static String items(ProfileNode node, String common) throws ProfileException {
        return common == null || node.has("itemsPointer") ? node.wholePointer("itemsPointer") : common;
    }

    /** It stands in the profile for people to see; which one it is, is the connector's. */
    private void key(ProfileNode node) throws ProfileException {
        if (!node.text("key").equals(key)) {
            throw node.refuse(node.at("key"), "must be " + key);
        }
    }

    /** A value is taken as a whole or gone into, not both. */
    private static void refuseNested(ProfileNode columns, ItemsProfile items) throws ProfileException {
        List<ColumnProfile> all = Stream.concat(items.columns().stream(), items.added().stream())
                .filter(column -> column != null && column.pointer() != null)
                .toList();
        for (ColumnProfile inner : all) {
            for (ColumnProfile outer : all) {
                if (inner.place().startsWith(outer.place() + "/")) {
                    throw columns.refuse(
                            columns.at(inner.name()), "stands within " + outer.place() + ", which is " + outer.name());
                }
            }
        }
    }

    private List<ColumnProfile> wanted(ProfileNode columns) throws ProfileException {
        List<ColumnProfile> wanted = new ArrayList<>();
        for (Column field : fields) {
            wanted.add(columns.source().attempt(() -> wanted(columns, field)));
        }
        columns.source().refuseMistakes();
        return wanted;
    }

    private ColumnProfile wanted(ProfileNode columns, Column field) throws ProfileException {
        String name = field.name();
        if (!columns.names(name) && !optional.contains(name)) {
            throw columns.refuse(
                    columns.at(name), "is missing; say where it stands, or null where the vendor has none");
        }
        if (!columns.has(name)) {
            if (name.equals(key)) {
                throw columns.refuse(columns.at(name), "is the key: the vendor must have it");
            }
            return null;
        }
        return ColumnReader.read(columns, name, field.type());
    }

    /** What the vendor has beyond ours. */
    private List<ColumnProfile> added(ProfileNode columns) throws ProfileException {
        Set<String> others = new LinkedHashSet<>(columns.names());
        others.removeAll(fields.stream().map(Column::name).collect(Collectors.toSet()));
        List<ColumnProfile> added = new ArrayList<>();
        for (String name : others) {
            added.add(columns.source().attempt(() -> ColumnReader.readAdded(columns, name)));
        }
        columns.source().refuseMistakes();
        return added;
    }
}
