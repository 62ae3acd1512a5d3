package io.vsatlink.satprov.vendor;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vsatlink.api.dataset.Column;
import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.dataset.Row;
import io.vsatlink.vendor.profile.ListingProfile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Maps the vendor's items of one dataset to rows, as the profile says. Immutable. */
public final class RowMapper {
    private final Dataset dataset;
    private final List<JsonPointer> pointers = new ArrayList<>();
    private final Set<String> consumed = new HashSet<>();

    /** @throws IllegalArgumentException where the profile has no place for a column of the dataset */
    public RowMapper(Dataset dataset, ListingProfile listing) {
        this.dataset = dataset;
        for (Column column : dataset.columns()) {
            String pointer = listing.columns().get(column.name());
            if (pointer == null) {
                throw new IllegalArgumentException(
                        "the profile's listing " + dataset.key() + " has no column " + column.name());
            }
            JsonPointer compiled = JsonPointer.compile(pointer);
            pointers.add(compiled);
            consumed.add(compiled.getMatchingProperty());
        }
    }

    /**
     * @param repeated a field that it has twice, or null
     * @param told takes which fields it has
     * @return the row, or why it can't be one
     */
    public MappedItem map(JsonNode item, String repeated, FieldsTold told) {
        if (!item.isObject()) {
            return new MappedItem.SetAside(null, "an item is " + item.getNodeType() + ", not an object");
        }
        Object[] values = new Object[pointers.size()];
        String key = null;
        String problem = repeated == null ? null : repeated + ": it is there twice";
        for (int i = 0; i < values.length; i++) {
            Column column = dataset.columns().get(i);
            JsonNode value = item.at(pointers.get(i));
            if (!value.isMissingNode()) {
                told.column(i);
            }
            try {
                values[i] = Coercion.coerce(value, column.type());
                if (column.equals(dataset.keyColumn())) {
                    if (pointers.get(i).getMatchingProperty().equals(repeated)) {
                        throw new IllegalArgumentException("it is there twice");
                    }
                    key = checkedKey((String) values[i]);
                }
            } catch (IllegalArgumentException e) {
                problem = column.name() + ": " + e.getMessage();
                if (column.equals(dataset.keyColumn())) {
                    return new MappedItem.SetAside(null, problem);
                }
            }
        }
        String extra = extra((ObjectNode) item, told);
        if (extra != null && extra.length() > Column.MAX_TEXT) {
            problem = "its unknown fields are " + extra.length() + " characters long, more than " + Column.MAX_TEXT;
        }
        if (problem != null) {
            return new MappedItem.SetAside(key, problem);
        }
        try {
            return new MappedItem.Mapped(new Row(dataset, Arrays.asList(values), extra));
        } catch (IllegalArgumentException e) {
            return new MappedItem.SetAside(key, e.getMessage());
        }
    }

    private static String checkedKey(String key) {
        if (key == null || key.isBlank()) {
            throw new IllegalArgumentException("the key is missing");
        }
        if (key.length() > Column.MAX_KEY) {
            throw new IllegalArgumentException(
                    "the key is " + key.length() + " characters long, more than " + Column.MAX_KEY);
        }
        return key;
    }

    /** What no column has taken, as the text of one object; null where nothing is left. */
    private String extra(ObjectNode item, FieldsTold told) {
        ObjectNode rest = null;
        for (Map.Entry<String, JsonNode> field : item.properties()) {
            if (!consumed.contains(field.getKey())) {
                rest = rest == null ? JsonNodeFactory.instance.objectNode() : rest;
                rest.set(field.getKey(), field.getValue());
                told.unknown(field.getKey());
            }
        }
        return rest == null ? null : rest.toString();
    }
}
