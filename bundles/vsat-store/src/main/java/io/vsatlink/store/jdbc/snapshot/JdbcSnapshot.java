/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc.snapshot;

import io.vsatlink.api.dataset.Column;
import io.vsatlink.api.dataset.Listing;
import io.vsatlink.api.dataset.Row;
import io.vsatlink.api.store.Generation;
import io.vsatlink.api.store.RowPage;
import io.vsatlink.api.store.RowQuery;
import io.vsatlink.api.store.Snapshot;
import io.vsatlink.api.store.StoreException;
import io.vsatlink.store.jdbc.table.DatasetTable;
import io.vsatlink.store.jdbc.table.GenerationTable;
import io.vsatlink.store.jdbc.table.RowCodec;
import io.vsatlink.store.jdbc.table.Slot;
import io.vsatlink.store.jdbc.table.Transactions;
import io.vsatlink.store.query.FirstRows;
import io.vsatlink.store.query.RowMatcher;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads fixed generations. */
final class JdbcSnapshot implements Snapshot {
    private static final Logger LOG = LoggerFactory.getLogger(JdbcSnapshot.class);
    private static final int CHUNK = 250;

    private final Transactions transactions;
    private final ReadingPlan plan;
    private final String owner;
    private final Map<Listing, Generation> generations;
    private final OpenSnapshots registry;
    private final KeyOrder keyOrder;

    /** @param elsewhere from where to read if the same generations are current there; empty for nowhere else */
    JdbcSnapshot(
            Transactions transactions,
            Optional<Transactions> elsewhere,
            ReadingPlan plan,
            KeyOrder keyOrder,
            String owner,
            OpenSnapshots registry) {
        this.keyOrder = keyOrder;
        this.plan = plan;
        this.owner = owner;
        this.registry = registry;
        this.generations = current(transactions, owner);
        this.transactions =
                elsewhere.filter(there -> isCurrent(there, owner, generations)).orElse(transactions);
    }

    private static Map<Listing, Generation> current(Transactions transactions, String owner) {
        return transactions.read("the listings of " + owner, c -> GenerationTable.current(c, owner));
    }

    private static boolean isCurrent(Transactions there, String owner, Map<Listing, Generation> generations) {
        try {
            return current(there, owner).equals(generations);
        } catch (StoreException e) {
            LOG.debug("The listings of {} are read from the primary", owner, e);
            return false;
        }
    }

    String owner() {
        return owner;
    }

    Collection<Generation> generations() {
        return generations.values();
    }

    @Override
    public Optional<Generation> generation(Listing listing) {
        return Optional.ofNullable(generations.get(listing));
    }

    @Override
    public Stream<Row> rows(Listing listing) {
        Generation generation = generations.get(listing);
        if (generation == null) {
            return Stream.empty();
        }
        Slot slot = new Slot(owner, listing);
        boolean ordered = isOrdered(slot, generation);
        if (!ordered || sorts(generation)) {
            SortedRows rows = new SortedRows(reads(slot, generation), ordered ? plan : plan.withoutIndex());
            return StreamSupport.stream(rows, false).onClose(rows::close);
        }
        RowStream rows = new RowStream(reads(slot, generation));
        return StreamSupport.stream(rows, false);
    }

    private boolean isOrdered(Slot slot, Generation generation) {
        return reads(slot, generation)
                .read(c -> keyOrder.isAsInJava(c, table(slot.listing()), slot, generation.number()));
    }

    private boolean sorts(Generation generation) {
        if (!plan.mayHaveToSort(generation.rows())) {
            return false;
        }
        long beside = transactions.read(
                "the size of " + generation.listing().key(),
                c -> GenerationTable.rowsBeside(c, new Slot(owner, generation.listing())));
        return plan.sorts(generation.rows(), beside);
    }

    @Override
    public Optional<Row> row(Listing listing, String key) {
        return find(listing, listing.keyColumn().name(), Set.of(key)).stream().findFirst();
    }

    @Override
    public List<Row> find(Listing listing, String column, Collection<String> values) {
        Generation generation = generations.get(listing);
        Set<String> wanted = new HashSet<>(values);
        List<String> list = wanted.stream()
                .filter(value -> value.length() <= Column.MAX_KEY)
                .toList();
        if (generation == null || list.isEmpty()) {
            return List.of();
        }
        Column by = listing.columns().get(listing.indexOf(column));
        List<Row> found = reads(new Slot(owner, listing), generation)
                .read(c -> select(c, table(listing), by, list, generation.number()));
        // SQL treats "A" and "A " as equal
        found.removeIf(row -> !wanted.contains(row.text(column)));
        found.sort(Comparator.comparing(Row::key));
        return Collections.unmodifiableList(found);
    }

    @Override
    public RowPage page(RowQuery query) {
        Generation generation = generations.get(query.listing());
        if (generation == null) {
            return new RowPage(List.of(), 0);
        }
        Listing listing = query.listing();
        Slot slot = new Slot(owner, listing);
        PageScan scan = new PageScan(reads(slot, generation));
        if (query.matchesAll() && query.ordersByKey() && !query.descending() && isOrdered(slot, generation)) {
            return new RowPage(scan.byIndex(query), generation.rows());
        }
        FirstRows first = scan.first(query);
        // the scan has read some columns only
        List<String> keys = first.rows().stream().map(Row::key).toList();
        List<Row> rows = new ArrayList<>(find(listing, listing.keyColumn().name(), keys));
        rows.sort(new RowMatcher(query).order());
        return new RowPage(rows, first.matching());
    }

    @Override
    public Stream<Row> matching(RowQuery query) {
        RowMatcher matcher = new RowMatcher(query);
        return rows(query.listing()).filter(matcher::matches);
    }

    private List<Row> select(Connection c, DatasetTable table, Column by, List<String> values, long generation)
            throws SQLException {
        List<Row> found = new ArrayList<>();
        RowCodec codec = new RowCodec(table, owner);
        int chunk = Math.min(CHUNK, values.size());
        Set<String> seen = new HashSet<>();
        try (PreparedStatement select = c.prepareStatement(table.find(by, chunk))) {
            select.setString(chunk + 1, owner);
            select.setLong(chunk + 2, generation);
            select.setLong(chunk + 3, generation);
            for (int from = 0; from < values.size(); from += chunk) {
                for (int i = 0; i < chunk; i++) {
                    select.setString(1 + i, table.dialect().stored(values.get(Math.min(from + i, values.size() - 1))));
                }
                try (ResultSet result = select.executeQuery()) {
                    while (result.next()) {
                        Row row = codec.read(result);
                        // values that differ only in trailing blanks may be in two chunks, which would return a row
                        // twice
                        if (seen.add(row.key())) {
                            found.add(row);
                        }
                    }
                }
            }
        }
        return found;
    }

    private GenerationReads reads(Slot slot, Generation generation) {
        return new GenerationReads(transactions, table(slot.listing()), slot, generation.number());
    }

    private DatasetTable table(Listing listing) {
        return new DatasetTable(listing, transactions.database().dialect());
    }

    @Override
    public void close() {
        registry.leave(this);
    }
}
