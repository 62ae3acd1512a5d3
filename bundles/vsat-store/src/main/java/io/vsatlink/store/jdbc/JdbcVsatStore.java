/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.duty.Container;
import io.vsatlink.api.duty.Duties;
import io.vsatlink.api.duty.Duty;
import io.vsatlink.api.duty.DutyKind;
import io.vsatlink.api.store.ElementMemory;
import io.vsatlink.api.store.Generation;
import io.vsatlink.api.store.GenerationWriter;
import io.vsatlink.api.store.PollJournal;
import io.vsatlink.api.store.RowVersion;
import io.vsatlink.api.store.Snapshot;
import io.vsatlink.api.store.StoreException;
import io.vsatlink.api.store.VsatStore;
import io.vsatlink.api.ticket.Outbox;
import io.vsatlink.api.ticket.TicketMirror;
import io.vsatlink.store.dialect.Database;
import io.vsatlink.store.dialect.DatabaseClock;
import io.vsatlink.store.duty.DutyTransactions;
import io.vsatlink.store.duty.Presence;
import io.vsatlink.store.duty.StoreDuties;
import io.vsatlink.store.jdbc.generation.GenerationWriters;
import io.vsatlink.store.jdbc.journal.JdbcElementMemory;
import io.vsatlink.store.jdbc.journal.JdbcPollJournal;
import io.vsatlink.store.jdbc.mirror.JdbcTicketMirror;
import io.vsatlink.store.jdbc.outbox.JdbcOutbox;
import io.vsatlink.store.jdbc.outbox.OutboxCopy;
import io.vsatlink.store.jdbc.snapshot.OpenSnapshots;
import io.vsatlink.store.jdbc.snapshot.ReadingPlan;
import io.vsatlink.store.jdbc.snapshot.VersionHistory;
import io.vsatlink.store.jdbc.standby.Standby;
import io.vsatlink.store.jdbc.table.DatasetTable;
import io.vsatlink.store.jdbc.table.GenerationTable;
import io.vsatlink.store.jdbc.table.Slot;
import io.vsatlink.store.jdbc.table.Transactions;
import io.vsatlink.store.lease.Occupant;
import io.vsatlink.store.migration.SchemaMigration;
import io.vsatlink.store.move.MoveMark;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The VSAT database in a relational database. */
public final class JdbcVsatStore implements VsatStore, AutoCloseable {
    private static final long PATIENCE_SECONDS = 3;

    private final Database database;
    private final Clock clock;
    private final int schemaVersion;
    private final StoreDuties duties;
    private final Transactions transactions;
    private final DutyTransactions fenced;
    private final OpenSnapshots snapshots;
    private final GenerationWriters writers;
    private final JdbcOutbox outbox;

    private JdbcVsatStore(StoreDuties duties, Database database, Clock clock, ReadingPlan plan, int schemaVersion) {
        this.duties = duties;
        this.database = database;
        this.clock = Clock.tick(clock, database.dialect().precision());
        this.schemaVersion = schemaVersion;
        this.transactions = new Transactions(database, duties.fence());
        this.fenced = new DutyTransactions(transactions, duties);
        this.snapshots = new OpenSnapshots(transactions, plan, new DatabaseClock(database, clock));
        duties.withRenewal(snapshots::record);
        this.writers = new GenerationWriters(fenced, this.clock);
        this.outbox = new JdbcOutbox(transactions, this.clock, duties::run, new OutboxCopy(database.beside("outbox")));
    }

    /**
     * Updates the database's schema and takes ownership of the database: closing the store closes it.
     *
     * @throws StoreException if the schema is newer than this program, another container uses the database, or a move has left
     *     it; it is then closed
     */
    public static JdbcVsatStore open(Database database, Clock clock) {
        return open(database, clock, Occupant.ofThisProcess());
    }

    /** {@link #open(Database, Clock)} on behalf of this occupant. */
    public static JdbcVsatStore open(Database database, Clock clock, Occupant occupant) {
        return open(database, clock, occupant, ReadingPlan.standard());
    }

    static JdbcVsatStore open(Database database, Clock clock, ReadingPlan plan) {
        return open(database, clock, Occupant.ofThisProcess(), plan);
    }

    private static JdbcVsatStore open(Database database, Clock clock, Occupant occupant, ReadingPlan plan) {
        boolean opened = false;
        StoreDuties duties = null;
        try {
            MoveMark.requireUsable(database);
            int schema = new SchemaMigration(clock).migrate(database);
            duties = StoreDuties.of(database, occupant, clock);
            JdbcVsatStore store = new JdbcVsatStore(duties, database, clock, plan, schema);
            store.outbox.recover();
            opened = true;
            return store;
        } finally {
            // after any failure: a database that stays open excludes everyone, including us
            if (!opened) {
                close(duties, database);
            }
        }
    }

    private static void close(StoreDuties duties, Database database) {
        if (duties != null) {
            duties.close();
        }
        database.close();
    }

    @Override
    public GenerationWriter open(String element, Dataset dataset) {
        return writers.open(new Slot(element, dataset));
    }

    @Override
    public GenerationWriter openChanges(String element, Dataset dataset) {
        return writers.openChanges(new Slot(element, dataset));
    }

    @Override
    public Optional<Generation> held(String element, Dataset dataset) {
        return writers.held(new Slot(element, dataset));
    }

    @Override
    public Generation acceptHeld(String element, Dataset dataset) {
        return writers.acceptHeld(new Slot(element, dataset));
    }

    @Override
    public Optional<Generation> current(String element, Dataset dataset) {
        return writers.current(new Slot(element, dataset));
    }

    @Override
    public Snapshot snapshot(String owner) {
        return snapshots.openAnywhere(owner);
    }

    @Override
    public List<RowVersion> history(String element, Dataset dataset, String key) {
        Slot slot = new Slot(element, dataset);
        DatasetTable table = new DatasetTable(dataset, database.dialect());
        return transactions.read("the history of " + slot, c -> VersionHistory.of(c, table, slot, key));
    }

    @Override
    public Set<String> elements() {
        return transactions.read("the list of elements", GenerationTable::elements);
    }

    /** The names of the elements that have any stored data; {@link #elements} are those with rows. */
    public Set<String> kept() {
        return removal().known();
    }

    /**
     * Removes all stored data of an element; may take long. A repeated call after a crash continues.
     *
     * @return the number of removed row versions
     * @throws StoreException also if a poll is writing the element or a reader is reading it
     */
    public long remove(String element) {
        List<Slot> slots = Stream.of(Dataset.values())
                .map(dataset -> new Slot(element, dataset))
                .toList();
        return writers.whileUnwritten(slots, () -> removal().remove(element));
    }

    private ElementRemoval removal() {
        return new ElementRemoval(fenced, snapshots);
    }

    public List<Container> containers() {
        return duties.containers();
    }

    public Presence presence() {
        return duties.presence();
    }

    public Duties duties() {
        return duties;
    }

    public PollJournal journal() {
        return new JdbcPollJournal(transactions, fenced);
    }

    public TicketMirror tickets() {
        return new JdbcTicketMirror(writers, snapshots, transactions, fenced);
    }

    public Outbox outbox() {
        return outbox;
    }

    public ElementMemory memory() {
        return new JdbcElementMemory(transactions);
    }

    /**
     * Deletes the history that is older than {@code retention}; may take long.
     *
     * @return whether it did; another container may be doing it
     */
    public boolean prune(Duration retention) {
        Optional<Duty> duty = duties.tryHold(DutyKind.PRUNE, "");
        if (duty.isEmpty()) {
            return false;
        }
        try {
            Instant cutoff = clock.instant().minus(retention);
            writers.finishRemovals();
            new HistoryPruning(fenced.under(DutyKind.PRUNE, ""), snapshots).prune(cutoff);
            outbox.prune(cutoff);
            return true;
        } finally {
            duty.get().close();
        }
    }

    public Database database() {
        return database;
    }

    /** Whether this instance is unusable and the database must be opened again. */
    public boolean lost() {
        return database.lost();
    }

    /** The known problem that currently prevents it from working, as a sentence; empty if there is none. */
    public Optional<String> trouble() {
        return database.trouble();
    }

    /** What a person should check although everything works, as a sentence; empty if there is nothing. */
    public Optional<String> warning() {
        return database.warning().or(outbox::warning).or(snapshots::warning).or(duties::warning);
    }

    /** From now on, snapshots may be read from this standby; null for none. Whoever gives it closes it. */
    public void readFrom(Standby standby) {
        snapshots.readFrom(standby);
    }

    /** Where snapshots are read, as a text for users. */
    public String readSource() {
        return snapshots.source();
    }

    public int schemaVersion() {
        return schemaVersion;
    }

    /** Rejects new work. Does not wait for running work. */
    public void refuse() {
        transactions.refuse();
    }

    /** Rejects new work, waits for the page being written, and then closes the database even if it is being read. */
    @Override
    public void close() {
        transactions.close(PATIENCE_SECONDS, TimeUnit.SECONDS);
        close(duties, database);
    }
}
