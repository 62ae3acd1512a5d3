/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc.generation;

import io.vsatlink.api.dataset.Row;
import io.vsatlink.api.store.ChangeMark;
import io.vsatlink.api.store.Generation;
import io.vsatlink.api.store.GenerationWriter;
import io.vsatlink.api.store.PageOutcome;
import io.vsatlink.api.store.StoreException;
import io.vsatlink.store.dialect.Dialect;
import io.vsatlink.store.jdbc.generation.VersionLookup.Versions;
import io.vsatlink.store.jdbc.generation.VersionSweep.Condition;
import io.vsatlink.store.jdbc.index.ContentHash;
import io.vsatlink.store.jdbc.index.ContentIndex;
import io.vsatlink.store.jdbc.table.DatasetTable;
import io.vsatlink.store.jdbc.table.GenerationTable;
import io.vsatlink.store.jdbc.table.Slot;
import io.vsatlink.store.jdbc.table.Transactions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes the versions of one generation: a {@link PageSink} takes the pages, {@link PassMemory} records what was seen. */
final class JdbcGenerationWriter implements GenerationWriter {
    private static final Logger LOG = LoggerFactory.getLogger(JdbcGenerationWriter.class);

    private final Transactions transactions;
    private final Slot slot;
    private final Clock clock;
    private final Runnable release;
    private final VersionSweep sweep;
    private final PageWriter pages;
    private final PassMemory memory;
    private final PageSink sink;
    private final FreshStatistics statistics;

    private final Generation before;
    private final boolean onlyChanges;
    private final long generation;
    private ChangeMark mark;
    private long added;
    private long changed;
    private boolean keepsMissing;

    private final Duration precision;
    private boolean closed;

    /**
     * @param onlyChanges whether rows that are not written stay
     * @param release called once, when the dataset may be opened again
     */
    JdbcGenerationWriter(Transactions transactions, Slot slot, Clock clock, boolean onlyChanges, Runnable release) {
        this.transactions = transactions;
        this.slot = slot;
        this.clock = clock;
        this.release = release;
        Dialect dialect = transactions.database().dialect();
        this.precision = dialect.precision();
        DatasetTable table = new DatasetTable(slot.listing(), dialect);
        VersionTable versions = new VersionTable(table, slot);
        this.sweep = new VersionSweep(transactions, versions, slot);
        this.statistics = new FreshStatistics(transactions, table, slot);
        new AbandonedGeneration(transactions, sweep, slot).undo();
        Generation published = transactions.write(slot.toString(), c -> {
            Generation found = GenerationTable.current(c, slot).orElse(null);
            GenerationTable.setWriting(c, slot, found == null ? 1 : found.number() + 1);
            return found;
        });
        this.before = published;
        this.onlyChanges = onlyChanges;
        this.mark = onlyChanges ? published.mark() : null;
        this.keepsMissing = onlyChanges;
        this.generation = published == null ? 1 : published.number() + 1;
        long promised = published == null ? 0 : published.rows();
        boolean nothingYet = promised == 0;
        ContentHash contentHash = new ContentHash();
        this.pages = new PageWriter(table, slot, generation, versions, contentHash);
        // a few changes are looked up one by one, whatever the size of the dataset
        ContentIndex index = nothingYet || onlyChanges
                ? new ContentIndex(0)
                : transactions.read(slot.toString(), c -> versions.contents(c, generation, promised));
        long rowsBefore = onlyChanges ? promised : index.rows();
        if (rowsBefore != promised) {
            LOG.warn("{}: generation {} has {} rows, not {}", slot, generation - 1, rowsBefore, promised);
        }
        this.memory = new PassMemory(contentHash, index, rowsBefore);
        this.sink = dialect.gathersPages()
                ? new GatheredPages(transactions, slot, pages, memory, clock, nothingYet)
                : new DirectPages(transactions, slot, pages, memory, nothingYet);
    }

    @Override
    public long generation() {
        return generation;
    }

    @Override
    public void beginPass() {
        requireOpen();
        sink.beginPass();
        memory.beginPass();
    }

    @Override
    public void carry(Set<String> columns) {
        requireOpen();
        sink.settle();
        pages.carry(columns);
    }

    @Override
    public void newestBy(String timeColumn) {
        requireOpen();
        sink.settle();
        pages.newestBy(slot.listing().columns().get(slot.listing().indexOf(timeColumn)), !onlyChanges);
    }

    @Override
    public void mark(ChangeMark reached) {
        requireOpen();
        // not later than told, or what changed in between would never be read
        Instant kept = Clock.tick(Clock.fixed(reached.until(), ZoneOffset.UTC), precision)
                .instant();
        mark = new ChangeMark(kept, reached.basis());
    }

    @Override
    public PageOutcome write(List<Row> page) {
        requireOpen();
        Map<String, Row> rows = new LinkedHashMap<>();
        page.forEach(row -> rows.merge(row.key(), row, pages::newer));
        int inPageTwice = page.size() - rows.size();
        int unchanged = pages.carries() ? 0 : memory.takeUnchanged(rows);
        if (rows.isEmpty()) {
            return new PageOutcome(0, 0, unchanged, inPageTwice);
        }
        PagePlan plan = sink.take(rows, inPageTwice);
        added += plan.addedToGeneration;
        changed += plan.changedInGeneration;
        return plan.outcome(unchanged);
    }

    @Override
    public void keep(String key) {
        requireOpen();
        sink.settle(key);
        Versions known = transactions.read(slot.toString(), c -> pages.versions(c, key));
        if (known != null && known.open() != null && known.open().first() < generation) {
            memory.seen().add(known.open().rowNo());
        }
    }

    @Override
    public long missing() {
        return keepsMissing ? 0 : unseen();
    }

    @Override
    public void keepMissing() {
        requireOpen();
        keepsMissing = true;
    }

    /** The number of rows of the current generation that were neither seen unchanged nor replaced. */
    private long unseen() {
        return memory.unseen() - changed;
    }

    @Override
    public Generation publish() {
        return conclude(GenerationTable::publish, GenerationTable::current);
    }

    @Override
    public Generation hold() {
        if (onlyChanges) {
            throw new IllegalStateException(slot + ": changes are not held");
        }
        return conclude(HeldTable::put, HeldTable::find);
    }

    private interface Conclusion {
        void on(Connection connection, Slot slot, Generation generation) throws SQLException;
    }

    private interface Concluded {
        Optional<Generation> on(Connection connection, Slot slot) throws SQLException;
    }

    private Generation conclude(Conclusion conclusion, Concluded concluded) {
        requireOpen();
        sink.settle();
        long removed = missing() == 0 ? 0 : closeUnseen();
        Instant now = clock.instant();
        Generation result = new Generation(
                slot.owner(),
                slot.listing(),
                generation,
                now,
                memory.rowsBefore() + added - removed,
                added,
                changed,
                removed,
                onlyChanges ? before.fullNumber() : generation,
                onlyChanges ? before.fullAt() : now,
                mark);
        statistics.after(added + changed + removed, result.rows());
        transactions.write(
                slot.toString(),
                c -> {
                    conclusion.on(c, slot, result);
                    return result;
                },
                (c, told) -> concluded.on(c, slot).equals(Optional.of(told)));
        close();
        return result;
    }

    /** Uses many transactions and is still invisible to readers: the generation that ends these rows is not current yet. */
    private long closeUnseen() {
        Condition before =
                new Condition("last_generation = ? AND first_generation < ?", List.of(DatasetTable.OPEN, generation));
        return sweep.end(before, rowNo -> !memory.seen().contains(rowNo), generation - 1);
    }

    /** Leaves the written data in place, because undoing a whole dataset takes long: it is invisible, and open undoes it. */
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            release.run();
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new StoreException(slot + ": generation " + generation + " is closed");
        }
    }
}
