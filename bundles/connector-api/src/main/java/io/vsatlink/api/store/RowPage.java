package io.vsatlink.api.store;

import io.vsatlink.api.dataset.Row;
import java.util.List;

/**
 * The answer to a {@link RowQuery}. Immutable.
 *
 * @param rows in the order asked for
 * @param matching how many rows match in all, before and beyond these
 */
public record RowPage(List<Row> rows, long matching) {

    public RowPage {
        rows = List.copyOf(rows);
    }
}
