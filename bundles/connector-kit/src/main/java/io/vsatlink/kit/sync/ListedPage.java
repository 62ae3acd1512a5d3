/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.kit.sync;

import io.vsatlink.api.dataset.Row;
import io.vsatlink.remote.item.FieldTally;
import io.vsatlink.remote.item.RejectedRow;
import io.vsatlink.remote.listing.PageHead;
import io.vsatlink.remote.listing.PageMark;
import java.util.List;

/**
 * A page of a listing.
 *
 * @param mark identifies the page if it is repeated
 * @param rows the accepted rows
 * @param rejected the rejected rows
 * @param told the fields of all of them
 * @param items the items of the page, if they are not its rows
 */
public record ListedPage(
        PageHead head, PageMark mark, List<Row> rows, List<RejectedRow> rejected, FieldTally told, Items items) {

    /** A page whose items are its rows. */
    public ListedPage(PageHead head, PageMark mark, List<Row> rows, List<RejectedRow> rejected, FieldTally told) {
        this(head, mark, rows, rejected, told, Items.NONE);
    }

    /**
     * Items that are no rows themselves.
     *
     * @param count the number of them
     * @param withRows the number of those that have the place of the rows
     * @param calls read the rows of those that have a call of their own
     */
    record Items(int count, int withRows, List<ItemPages> calls) {
        static final Items NONE = new Items(0, 0, List.of());
    }

    /** The number of rows received. */
    int rowsTold() {
        return rows.size() + rejected.size();
    }
}
