/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.console.view;

import io.vsatlink.api.dataset.Column;
import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.dataset.Listing;
import io.vsatlink.api.dataset.Row;
import io.vsatlink.api.element.AddedColumns;
import io.vsatlink.api.store.Generation;
import io.vsatlink.api.store.PollRecord;
import io.vsatlink.api.store.RowPage;
import io.vsatlink.api.store.RowQuery;
import io.vsatlink.api.store.RowVersion;
import io.vsatlink.api.store.Snapshot;
import io.vsatlink.api.store.VsatStore;
import io.vsatlink.api.ticket.TicketListing;
import io.vsatlink.console.call.Api;
import io.vsatlink.console.call.Call;
import io.vsatlink.console.call.Download;
import io.vsatlink.console.call.Refusal;
import io.vsatlink.csv.CsvRows;
import io.vsatlink.parameters.Shown;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Returns rows of the VSAT database: one page, one row with its history, or all matching rows as a file. The tickets of a
 * ticketing element's system are a listing like any dataset.
 */
public final class RowCalls implements Api {
    /** The call that is answered with a file. */
    public static final String FILE = "GET /rows.csv";

    private static final int POLLS_SHOWN = 50;

    private final Ports ports;
    private final Ticketing ticketing;

    public RowCalls(Ports ports, Ticketing ticketing) {
        this.ports = ports;
        this.ticketing = ticketing;
    }

    /** A listing and its columns, in the order of exports. */
    private record ListingShown(String key, String keyColumn, List<ColumnShown> columns) {
        static ListingShown of(Listing listing, AddedColumns added) {
            return new ListingShown(
                    listing.key(),
                    listing.keyColumn().name(),
                    Stream.concat(
                                    listing.columns().stream().map(column -> ColumnShown.of(column, false)),
                                    added.columns().stream().map(column -> ColumnShown.of(column, true)))
                            .toList());
        }
    }

    /** @param added whether the column comes from the profile, so that rows can't be filtered or sorted by it */
    private record ColumnShown(String name, String type, boolean added) {
        static ColumnShown of(Column column, boolean added) {
            return new ColumnShown(column.name(), column.type().name(), added);
        }
    }

    /**
     * A page of rows.
     *
     * @param total the number of rows in the dataset
     * @param matching the number of matching rows, including those before and after this page
     * @param publishedAt the time at which the shown data was published
     * @param provisioning the element whose rows the values refer to; empty if there is none
     */
    private record RowsShown(
            List<RowShown> rows, long matching, long total, long generation, String publishedAt, String provisioning) {}

    /** A version of a row; see {@link RowVersion}. */
    private record VersionShown(RowShown row, long firstGeneration, String since, long lastGeneration, String until) {
        static VersionShown of(RowVersion version, AddedColumns added) {
            return new VersionShown(
                    RowShown.of(version.row(), added),
                    version.firstGeneration(),
                    Shown.time(version.since()),
                    version.lastGeneration(),
                    Shown.time(version.until()));
        }
    }

    /** A poll that ended; see {@link PollRecord}. */
    private record PollShown(
            String startedAt,
            String endedAt,
            String outcome,
            String reason,
            long generation,
            long items,
            long added,
            long changed,
            long removed) {
        static PollShown of(PollRecord poll) {
            return new PollShown(
                    Shown.time(poll.startedAt()),
                    Shown.time(poll.endedAt()),
                    poll.outcome().name(),
                    poll.reason(),
                    poll.generation(),
                    poll.items(),
                    poll.added(),
                    poll.changed(),
                    poll.removed());
        }
    }

    @Override
    public Map<String, Answer> answers() {
        return Map.of(
                "GET /datasets",
                this::datasets,
                "GET /rows",
                this::rows,
                FILE,
                this::file,
                "GET /history",
                this::history,
                "GET /polls",
                this::polls);
    }

    private Object datasets(Call call) throws Refusal {
        String element = call.parameter("element");
        return Stream.concat(Arrays.stream(Dataset.values()), Stream.of(TicketListing.TICKETS))
                .map(listing -> ListingShown.of(listing, ports.added(element, listing)))
                .toList();
    }

    private Object rows(Call call) throws Refusal {
        RowQuery query = Queries.of(listing(call), call.parameters());
        String element = call.parameter("element");
        AddedColumns added = ports.added(element, query.listing());
        try (Snapshot snapshot = snapshots(element, query.listing()).get()) {
            RowPage page = snapshot.page(query);
            Optional<Generation> generation = snapshot.generation(query.listing());
            return new RowsShown(
                    page.rows().stream().map(row -> RowShown.of(row, added)).toList(),
                    page.matching(),
                    generation.map(Generation::rows).orElse(0L),
                    generation.map(Generation::number).orElse(0L),
                    Shown.time(generation.map(Generation::publishedAt).orElse(null)),
                    provisioning(element, query.listing()));
        }
    }

    private Object file(Call call) throws Refusal {
        Listing listing = listing(call);
        RowQuery query = Queries.of(listing, call.parameters());
        String element = call.parameter("element");
        AddedColumns added = ports.added(element, listing);
        String name = listing instanceof Dataset dataset ? dataset.fileStem() : listing.key();
        Supplier<Snapshot> snapshots = snapshots(element, listing);
        return new Download(name + ".csv", "text/csv;charset=utf-8", out -> {
            try (Snapshot snapshot = snapshots.get();
                    Stream<Row> rows = snapshot.matching(query)) {
                new CsvRows(listing, added, true).write(rows, out);
            }
        });
    }

    private Object history(Call call) throws Refusal {
        String element = call.parameter("element");
        Listing listing = listing(call);
        AddedColumns added = ports.added(element, listing);
        return versions(element, listing, call.parameter("key")).stream()
                .map(version -> VersionShown.of(version, added))
                .toList();
    }

    private List<RowVersion> versions(String element, Listing listing, String key) throws Refusal {
        return listing instanceof Dataset dataset
                ? ports.store().history(element, dataset, key)
                : ticketing.history(ticketing.element(element), key);
    }

    private Object polls(Call call) throws Refusal {
        return ports.journal().history(call.parameter("element"), dataset(call), POLLS_SHOWN).stream()
                .map(PollShown::of)
                .toList();
    }

    /** @param element a provisioning element; for tickets a ticketing element */
    private Supplier<Snapshot> snapshots(String element, Listing listing) throws Refusal {
        if (listing == TicketListing.TICKETS) {
            return ticketing.snapshots(ticketing.element(element));
        }
        VsatStore store = ports.store();
        return () -> store.snapshot(element);
    }

    private String provisioning(String element, Listing listing) throws Refusal {
        return listing == TicketListing.TICKETS ? ticketing.element(element).provisioning() : element;
    }

    private static Listing listing(Call call) throws Refusal {
        return call.parameter("dataset").equals(TicketListing.TICKETS.key()) ? TicketListing.TICKETS : dataset(call);
    }

    private static Dataset dataset(Call call) throws Refusal {
        String name = call.parameter("dataset");
        return Dataset.named(name)
                .orElseThrow(() -> new Refusal(
                        400, "There is no dataset " + name + "; there are " + Dataset.allowedNames() + "."));
    }
}
