package io.vsatlink.satprov.remote;

import com.fasterxml.jackson.core.JsonParser;
import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.dataset.Row;
import io.vsatlink.remote.item.FieldTally;
import io.vsatlink.remote.item.Item;
import io.vsatlink.remote.item.ItemReader;
import io.vsatlink.remote.profile.ItemsProfile;
import java.io.IOException;

/** Maps the vendor's items of one dataset to rows, as the profile says. Immutable. */
public final class RowMapper {
    private final Dataset dataset;
    private final ItemReader reader;

    public RowMapper(Dataset dataset, ItemsProfile items) {
        this.dataset = dataset;
        this.reader = new ItemReader(items);
    }

    /** An empty tally of what items may have. */
    public FieldTally tally() {
        return reader.tally();
    }

    /**
     * @param parser stands on the item, and is left on its end
     * @param name that the item stands under, null in an array
     * @param told takes which fields it has
     * @return the row, or why it can't be one
     */
    public MappedItem map(JsonParser parser, String name, FieldTally told) throws IOException {
        Item item = reader.read(parser, name, told);
        if (item instanceof Item.Read read) {
            try {
                return new MappedItem.Mapped(new Row(dataset, read.values(), read.extra()));
            } catch (IllegalArgumentException e) {
                Object key = read.values().get(dataset.columns().indexOf(dataset.keyColumn()));
                return new MappedItem.SetAside(key.toString(), e.getMessage());
            }
        }
        Item.SetAside bad = (Item.SetAside) item;
        return new MappedItem.SetAside(bad.key(), bad.reason());
    }
}
