package io.vsatlink.satprov.remote;

import io.vsatlink.api.dataset.Row;
import io.vsatlink.api.text.Printable;

/** What became of an item of the vendor's. */
public sealed interface MappedItem {

    /** Null where not even that can be read. */
    String key();

    /** It is a row. */
    record Mapped(Row row) implements MappedItem {
        @Override
        public String key() {
            return row.key();
        }
    }

    /**
     * It can't be one.
     *
     * @param key its key, null where not even that can be read
     * @param reason why, naming the column
     */
    record SetAside(String key, String reason) implements MappedItem {
        public SetAside {
            reason = Printable.line(reason);
        }

        /** What to call it in a sentence. */
        public String name() {
            return key == null ? "one" : Printable.line(key);
        }
    }
}
