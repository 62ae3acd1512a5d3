/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
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
 * @param mark identifies the page if it is repeated
 * @param rows the accepted rows
 * @param rejected the rejected rows
 * @param told the fields of all of them
 */
public record ListedPage(PageHead head, PageMark mark, List<Row> rows, List<RejectedRow> rejected, FieldTally told) {

    /** The number of rows received. */
    int rowsTold() {
        return rows.size() + rejected.size();
    }
}
