/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.kit.sync;

import com.fasterxml.jackson.core.JsonParser;
import io.vsatlink.api.dataset.Row;
import io.vsatlink.remote.item.FieldTally;
import io.vsatlink.remote.item.RejectedRow;
import io.vsatlink.remote.listing.ItemSink;
import io.vsatlink.remote.listing.PageHead;
import io.vsatlink.remote.listing.PageMark;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects the rows of one page. For one thread. */
final class PageRows implements ItemSink {
    private final RowMapper mapper;
    private final List<Row> rows = new ArrayList<>();
    private final List<RejectedRow> rejected = new ArrayList<>();
    private FieldTally told;
    private String first;
    private String last;

    PageRows(RowMapper mapper) {
        this.mapper = mapper;
        this.told = mapper.tally();
    }

    @Override
    public void take(JsonParser parser, String name) throws IOException {
        boolean begins = rows.isEmpty() && rejected.isEmpty();
        Optional<Row> row = mapper.map(parser, name, told, rejected::add);
        row.ifPresent(rows::add);
        last = row.isPresent()
                ? row.get().key()
                : rejected.get(rejected.size() - 1).key();
        first = begins ? last : first;
    }

    /** A row, or an item with its rows, that can't be read. */
    void reject(RejectedRow bad) {
        rejected.add(bad);
    }

    /** Takes over the rows of another page. */
    void add(PageRows page) {
        first = rows.isEmpty() && rejected.isEmpty() ? page.first : first;
        last = page.last == null ? last : page.last;
        rows.addAll(page.rows);
        rejected.addAll(page.rejected);
        told.add(page.told);
    }

    @Override
    public void again() {
        rows.clear();
        rejected.clear();
        told = mapper.tally();
        first = null;
        last = null;
    }

    /** Identifies the page by its rows. */
    PageMark mark() {
        return new PageMark(rows.size() + rejected.size(), first, last, PageMark.valuesOf(rows));
    }

    ListedPage page(PageHead head, PageMark mark, ListedPage.Items items) {
        return new ListedPage(head, mark, rows, rejected, told, items);
    }
}
