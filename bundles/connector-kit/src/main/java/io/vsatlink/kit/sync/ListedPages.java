/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.kit.sync;

import io.vsatlink.api.dataset.Column;
import io.vsatlink.api.dataset.Listing;
import io.vsatlink.api.dataset.Row;
import io.vsatlink.api.store.ChangeMark;
import io.vsatlink.remote.SharedAnswer;
import io.vsatlink.remote.VendorClient;
import io.vsatlink.remote.failure.VendorException;
import io.vsatlink.remote.item.FieldTally;
import io.vsatlink.remote.listing.ListingWalk;
import io.vsatlink.remote.listing.PageHead;
import io.vsatlink.remote.listing.PageRef;
import io.vsatlink.remote.nested.ParentItems;
import io.vsatlink.remote.profile.ListingProfile;
import io.vsatlink.remote.profile.Nesting;
import io.vsatlink.remote.profile.column.ColumnProfile;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The pages of one listing, in the vendor's order. */
public final class ListedPages implements PageSource {
    private final VendorClient client;
    private final Listing listing;
    private final ListingProfile profile;
    private final ChangeMark known;
    private final RowMapper mapper;
    private final int rowsPerPage;
    private final Runnable abort;
    private final SharedAnswer.Turn turn;

    /**
     * @param check throws an {@link IllegalArgumentException} with a sentence for a row that must be rejected
     * @param abort aborts the running calls
     */
    public ListedPages(VendorClient client, Listing listing, int rowsPerPage, Consumer<Row> check, Runnable abort) {
        this(client, listing, rowsPerPage, check, abort, SharedAnswer.none());
    }

    private ListedPages(
            VendorClient client,
            Listing listing,
            int rowsPerPage,
            Consumer<Row> check,
            Runnable abort,
            SharedAnswer.Turn turn) {
        this.client = client;
        this.listing = listing;
        this.profile = client.profile().listings().get(listing.key());
        this.known = null;
        this.mapper = new RowMapper(listing, profile.items(), check);
        this.rowsPerPage = rowsPerPage;
        this.abort = abort;
        this.turn = turn;
    }

    private ListedPages(ListedPages whole, ChangeMark known) {
        this.client = whole.client;
        this.listing = whole.listing;
        this.profile = whole.profile.changedSince(whole.profile.changes().from(known.until()));
        this.known = known;
        this.mapper = whole.mapper;
        this.rowsPerPage = whole.rowsPerPage;
        this.abort = whole.abort;
        this.turn = whole.turn;
    }

    /** Accepts all rows that fit; empty if the profile marks the listing as not provided by the vendor. */
    public static Optional<ListedPages> of(VendorClient client, Listing listing, int rowsPerPage) {
        return of(client, listing, rowsPerPage, SharedAnswer.none());
    }

    /** @param turn may have the response that another listing received to the same request */
    public static Optional<ListedPages> of(
            VendorClient client, Listing listing, int rowsPerPage, SharedAnswer.Turn turn) {
        return client.profile().listings().containsKey(listing.key())
                ? Optional.of(new ListedPages(client, listing, rowsPerPage, row -> {}, client::abort, turn))
                : Optional.empty();
    }

    /** The same listing, but only what changed, of which {@link #changes} reports that it can be asked for. */
    public PageSource changesFrom(ChangeMark mark) {
        return new ListedPages(this, mark);
    }

    @Override
    public Optional<ChangeScope> changes() {
        return client.basis(profile)
                .map(basis -> new ChangeScope(
                        profile.changes().column(), profile.changes().parameter(), basis, known, profile.since()));
    }

    @Override
    public ListingWalk walk() {
        return new ListingWalk(profile.paging(), rowsPerPage, key());
    }

    @Override
    public ListedPage page(PageRef page, int size) throws VendorException {
        PageRows rows = new PageRows(mapper);
        if (profile.nesting() == null) {
            PageHead head = client.page(profile, page, size, rows, turn);
            return rows.page(head, rows.mark(), ListedPage.Items.NONE);
        }
        ParentItems items = new ParentItems(profile, rows, rows::reject);
        PageHead head = client.page(profile, page, size, items, turn);
        List<ItemPages> calls = items.calls().stream()
                .map(call -> new ItemPages(client, call, mapper, rowsPerPage))
                .toList();
        return rows.page(head, items.mark(), new ListedPage.Items(items.items(), items.withRows(), calls));
    }

    @Override
    public Optional<Nesting> nesting() {
        return Optional.ofNullable(profile.nesting());
    }

    @Override
    public List<String> columns() {
        return Stream.concat(
                        profile.items().fields().stream().map(Column::name),
                        profile.items().added().stream().map(ColumnProfile::name))
                .toList();
    }

    @Override
    public String key() {
        return profile.items().shownKey();
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
