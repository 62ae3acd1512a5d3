/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.kit.sync;

import com.fasterxml.jackson.core.JsonParser;
import io.vsatlink.api.dataset.Column;
import io.vsatlink.api.dataset.Listing;
import io.vsatlink.api.dataset.Row;
import io.vsatlink.remote.ItemSink;
import io.vsatlink.remote.PageHead;
import io.vsatlink.remote.PageRef;
import io.vsatlink.remote.VendorClient;
import io.vsatlink.remote.VendorException;
import io.vsatlink.remote.item.FieldTally;
import io.vsatlink.remote.item.RejectedRow;
import io.vsatlink.remote.listing.ListingWalk;
import io.vsatlink.remote.listing.PageMark;
import io.vsatlink.remote.profile.ColumnProfile;
import io.vsatlink.remote.profile.ListingProfile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The pages of one listing, in the vendor's order. */
public final class ListedPages implements PageSource {
    private final VendorClient client;
    private final ListingProfile profile;
    private final RowMapper mapper;
    private final int rowsPerPage;
    private final Runnable abort;

    /**
     * @param check throws an {@link IllegalArgumentException} with a sentence for a row that must be rejected
     * @param abort aborts the running calls
     */
    public ListedPages(VendorClient client, Listing listing, int rowsPerPage, Consumer<Row> check, Runnable abort) {
        this.client = client;
        this.profile = client.profile().listings().get(listing.key());
        this.mapper = new RowMapper(listing, profile.items(), check);
        this.rowsPerPage = rowsPerPage;
        this.abort = abort;
    }

    /** Accepts all rows that fit; empty if the profile marks the listing as not provided by the vendor. */
    public static Optional<PageSource> of(VendorClient client, Listing listing, int rowsPerPage) {
        return client.profile().listings().containsKey(listing.key())
                ? Optional.of(new ListedPages(client, listing, rowsPerPage, row -> {}, client::abort))
                : Optional.empty();
    }

    /** The rows of one page. */
    private static final class PageRows implements ItemSink {
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

        @Override
        public void again() {
            rows.clear();
            rejected.clear();
            told = mapper.tally();
            first = null;
            last = null;
        }

        ListedPage page(PageHead head) {
            return new ListedPage(head, new PageMark(rows.size() + rejected.size(), first, last), rows, rejected, told);
        }
    }

    @Override
    public ListingWalk walk() {
        return new ListingWalk(profile.paging(), rowsPerPage);
    }

    @Override
    public ListedPage page(PageRef page, int size) throws VendorException {
        PageRows rows = new PageRows(mapper);
        return rows.page(client.page(profile, page, size, rows));
    }

    @Override
    public List<String> columns() {
        return Stream.concat(
                        profile.items().fields().stream().map(Column::name),
                        profile.items().added().stream().map(ColumnProfile::name))
                .toList();
    }

    @Override
    public FieldTally tally() {
        return mapper.tally();
    }

    @Override
    public void abort() {
        abort.run();
    }
}
