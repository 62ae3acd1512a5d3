package io.vsatlink.api.element;

import io.vsatlink.api.dataset.Column;
import java.util.Collections;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * What an element reads of a dataset beyond the dataset's columns. Stores keep it in {@code extra}; exporter and windows
 * show it like columns. Implemented by {@code satprov-connector}; immutable and thread-safe, no method blocks.
 */
@ConsumerType
public interface AddedColumns {

    /** No columns: all of {@code extra} stays together. */
    AddedColumns NONE = new AddedColumns() {
        @Override
        public List<Column> columns() {
            return List.of();
        }

        @Override
        public Split split(String extraJson) {
            return new Split(List.of(), extraJson);
        }
    };

    /** In the order in which they are shown; none of them has the name of a column of the dataset. */
    List<Column> columns();

    /**
     * Takes the columns out of a row's {@code extra}.
     *
     * @param extraJson as a row has it, null for none
     */
    Split split(String extraJson);

    /**
     * A row's {@code extra}, taken apart.
     *
     * @param values one for each of the columns, of its type; null where the row has none, or one of another type, which
     *     then stays in the rest
     * @param rest what is left, as the text of one JSON object; null where that is nothing
     */
    record Split(List<Object> values, String rest) {
        public Split {
            // not List.copyOf, which takes no null
            values = Collections.unmodifiableList(values);
        }
    }
}
