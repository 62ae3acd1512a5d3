package io.vsatlink.kit.sync;

import io.vsatlink.api.dataset.Row;
import io.vsatlink.remote.PageHead;
import io.vsatlink.remote.item.FieldTally;
import io.vsatlink.remote.item.RejectedRow;
import io.vsatlink.remote.listing.PageMark;
import java.util.List;

/**
 * A page of a listing.
 *
 * @param mark by which it is recognised if it comes again
 * @param rows those that can be taken
 * @param rejected those that can't
 * @param told which fields all of them have
 */
public record ListedPage(PageHead head, PageMark mark, List<Row> rows, List<RejectedRow> rejected, FieldTally told) {

    /** How many came. */
    int rowsTold() {
        return rows.size() + rejected.size();
    }
}
