package io.vsatlink.store.jdbc;

import io.vsatlink.api.dataset.Row;
import io.vsatlink.api.store.Generation;
import io.vsatlink.api.store.GenerationWriter;
import io.vsatlink.api.store.PageOutcome;
import io.vsatlink.api.store.StoreException;
import io.vsatlink.store.jdbc.VersionLookup.Version;
import io.vsatlink.store.jdbc.VersionLookup.Versions;
import io.vsatlink.store.jdbc.VersionSweep.Condition;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the versions of one generation. In memory: which rows any pass saw, a bit each, which keys this pass had, and
 * which content the current generation has.
 */
final class JdbcGenerationWriter implements GenerationWriter {
    private static final Logger LOG = LoggerFactory.getLogger(JdbcGenerationWriter.class);

    private final Transactions transactions;
    private final Slot slot;
    private final Clock clock;
    private final Runnable release;
    private final DatasetTable table;
    private final VersionTable versions;
    private final VersionSweep sweep;
    private final VersionLookup lookup;
    private final RowCodec codec;
    private final ContentHash contentHash = new ContentHash();

    private final long generation;
    private final long rowsBefore;
    private final RowNumbers seen = new RowNumbers();
    private final KeyHashes inThisPass = new KeyHashes();
    private final ContentIndex current;
    private CarriedColumns carried;
    private long added;
    private long changed;
    private boolean keepsMissing;

    /** Whether a key that this pass has not had is surely in no version, so that a first sync need not look. */
    private boolean othersAreNew;

    private boolean closed;

    /** @param release called once, when the dataset may be opened again */
    JdbcGenerationWriter(Transactions transactions, Slot slot, Clock clock, Runnable release) {
        this.transactions = transactions;
        this.slot = slot;
        this.clock = clock;
        this.release = release;
        this.table = new DatasetTable(slot.dataset(), transactions.database().dialect());
        this.versions = new VersionTable(table, slot);
        this.codec = new RowCodec(table, slot.element());
        this.sweep = new VersionSweep(transactions, versions, slot);
        new AbandonedGeneration(transactions, sweep, slot).undo();
        Generation published = transactions.write(slot.toString(), c -> {
            Generation found = GenerationTable.current(c, slot).orElse(null);
            GenerationTable.setWriting(c, slot, found == null ? 1 : found.number() + 1);
            return found;
        });
        this.generation = published == null ? 1 : published.number() + 1;
        long promised = published == null ? 0 : published.rows();
        this.lookup = new VersionLookup(table, slot, generation);
        this.othersAreNew = promised == 0;
        this.current = othersAreNew
                ? new ContentIndex(0)
                : transactions.read(slot.toString(), c -> versions.contents(c, generation, promised));
        this.rowsBefore = current.rows();
        if (rowsBefore != promised) {
            LOG.warn("{}: generation {} has {} rows, not {}", slot, generation - 1, rowsBefore, promised);
        }
        this.carried = new CarriedColumns(Set.of(), table, slot, codec, generation);
    }

    @Override
    public long generation() {
        return generation;
    }

    @Override
    public void beginPass() {
        requireOpen();
        inThisPass.clear();
        othersAreNew = false;
    }

    @Override
    public void carry(Set<String> columns) {
        requireOpen();
        carried = new CarriedColumns(columns, table, slot, codec, generation);
    }

    @Override
    public PageOutcome write(List<Row> page) {
        requireOpen();
        Map<String, Row> rows = new LinkedHashMap<>();
        page.forEach(row -> rows.put(row.key(), row));
        int inPageTwice = page.size() - rows.size();
        int unchanged = takeUnchanged(rows);
        if (rows.isEmpty()) {
            return new PageOutcome(0, 0, unchanged, inPageTwice);
        }
        boolean newBefore = othersAreNew;
        // should the transaction fail, nobody knows whether its commit arrived
        othersAreNew = false;
        PagePlan plan = transactions.write(slot.toString(), c -> {
            PagePlan attempt = plan(c, rows, newBefore, inPageTwice);
            versions.write(c, attempt, generation, codec);
            return attempt;
        });
        othersAreNew = newBefore;
        rows.keySet().forEach(key -> inThisPass.add(KeyHashes.of(key)));
        plan.seen.forEach(seen::add);
        plan.noLongerSeen.forEach(seen::remove);
        plan.closes.forEach(closed -> current.replace(closed.rowNo()));
        plan.reopens.forEach(reopened -> current.restore(reopened.rowNo()));
        added += plan.addedToGeneration;
        changed += plan.changedInGeneration;
        return plan.outcome(unchanged);
    }

    /** Takes the rows out that are as they were, which most are; what this pass had already needs a closer look. */
    private int takeUnchanged(Map<String, Row> rows) {
        if (rowsBefore == 0 || !carried.none()) {
            return 0;
        }
        int before = rows.size();
        rows.values().removeIf(row -> {
            long key = KeyHashes.of(row.key());
            long rowNo = inThisPass.contains(key) ? ContentIndex.NONE : current.rowNo(contentHash.of(row));
            if (rowNo == ContentIndex.NONE) {
                return false;
            }
            seen.add(rowNo);
            inThisPass.add(key);
            return true;
        });
        return before - rows.size();
    }

    private PagePlan plan(Connection c, Map<String, Row> told, boolean onlyAgain, int duplicates) throws SQLException {
        PagePlan plan = new PagePlan(generation, seen, duplicates);
        Set<String> again = told.keySet().stream()
                .filter(key -> inThisPass.contains(KeyHashes.of(key)))
                .collect(Collectors.toSet());
        Map<String, Versions> known = lookup.find(c, onlyAgain ? again : told.keySet());
        Map<String, Row> rows = carried.fill(c, told, known.keySet());
        rows.forEach((key, row) -> {
            long hash = contentHash.of(row);
            Version open = known.containsKey(key) ? known.get(key).open() : null;
            if (open != null && open.hash() != hash && open.hash() == contentHash.byTheLetter(row)) {
                plan.rehashes.add(new PagePlan.Rehash(new VersionAddress(key, open.rowNo()), hash));
                hash = open.hash();
            }
            plan.take(row, hash, known.get(key), again.contains(key));
        });
        return plan;
    }

    @Override
    public void keep(String key) {
        requireOpen();
        Versions known = transactions
                .read(slot.toString(), c -> lookup.find(c, List.of(key)))
                .get(key);
        if (known != null && known.open() != null && known.open().first() < generation) {
            seen.add(known.open().rowNo());
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

    /** Rows of the current generation that were neither seen as they are nor replaced. */
    private long unseen() {
        return rowsBefore - seen.size() - changed;
    }

    @Override
    public Generation publish() {
        return conclude(GenerationTable::publish);
    }

    @Override
    public Generation hold() {
        return conclude(HeldTable::put);
    }

    private interface Conclusion {
        void on(Connection connection, Slot slot, Generation generation) throws SQLException;
    }

    private Generation conclude(Conclusion conclusion) {
        requireOpen();
        long removed = missing() == 0 ? 0 : closeUnseen();
        Generation result = new Generation(
                slot.element(),
                slot.dataset(),
                generation,
                clock.instant(),
                rowsBefore + added - removed,
                added,
                changed,
                removed);
        transactions.write(slot.toString(), c -> {
            conclusion.on(c, slot, result);
            return null;
        });
        close();
        return result;
    }

    /** In many transactions, and yet not seen by anybody: the generation that ends these rows is not current yet. */
    private long closeUnseen() {
        Condition before =
                new Condition("last_generation = ? AND first_generation < ?", List.of(DatasetTable.OPEN, generation));
        return sweep.end(before, rowNo -> !seen.contains(rowNo), generation - 1);
    }

    /** Leaves what it wrote where it is, because undoing a whole dataset takes long: nobody sees it, open undoes it. */
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
