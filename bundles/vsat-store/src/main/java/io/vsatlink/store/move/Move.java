/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.move;

import io.vsatlink.api.store.StoreException;
import io.vsatlink.api.text.Counted;
import io.vsatlink.store.jdbc.outbox.OutboxCopy;
import io.vsatlink.store.migration.SchemaMigration;
import io.vsatlink.store.move.MoveMark.State;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Copies everything from one database to another, compares, and marks both. */
public final class Move {
    private final Side from;
    private final Side to;
    private final Clock clock;
    private final MoveProgress progress;

    public Move(Side from, Side to, Clock clock, MoveProgress progress) {
        this.from = from;
        this.to = to;
        this.clock = clock;
        this.progress = progress;
    }

    /** @throws StoreException if it failed; then the old database is as it was, and a repetition begins anew */
    public void run() {
        String id = UUID.randomUUID().toString();
        to.mark(mark(State.FILLING, id, from));
        List<MovedTable> tables = tables();
        for (MovedTable table : tables) {
            to.execute("emptying " + table.name(), List.of("TRUNCATE TABLE " + table.name()));
        }
        Map<MovedTable, TableDigest> read = new LinkedHashMap<>();
        for (MovedTable table : tables) {
            progress.requireGoingOn();
            read.put(table, copy(table));
        }
        progress.say("All tables are copied; the new database is read and compared");
        read.forEach(this::verify);
        progress.say("Verified: " + Counted.of(tables.size(), "table") + ", "
                + Counted.of(read.values().stream().mapToLong(TableDigest::rows).sum(), "row"));
        new ClaimedRequests(from, to).keepTheirLeases();
        progress.requireGoingOn();
        from.mark(mark(State.LEFT, id, to));
        finish();
    }

    private MoveMark mark(State state, String id, Side other) {
        return new MoveMark(
                state,
                id,
                other.name(),
                other.description(),
                Clock.tick(clock, to.dialect().precision()).instant());
    }

    private List<MovedTable> tables() {
        List<MovedTable> tables = new ArrayList<>();
        for (String name : SchemaMigration.tables()) {
            if (MovedTable.isMoved(name)) {
                MovedTable old = from.read(name, c -> MovedTable.of(c, name));
                MovedTable next = to.read(name, c -> MovedTable.of(c, name));
                if (!next.isLike(old)) {
                    throw new StoreException("The table " + name + " has other columns in the new database ("
                            + to.description() + ") than in the old one (" + from.description() + ")");
                }
                tables.add(next);
            }
        }
        return tables;
    }

    private TableDigest copy(MovedTable table) {
        String what = "numbering " + table.name();
        table.numbered()
                .ifPresent(column -> to.execute(what, to.dialect().numbering().suspend(table.name(), column.name())));
        TableDigest digest = new TableCopy(from, to, table, progress).make();
        table.numbered().ifPresent(column -> {
            long next = from.number(what, from.dialect().numbering().next(table.name(), column.name()));
            to.execute(what, to.dialect().numbering().resume(table.name(), column.name(), next));
        });
        to.dialect()
                .filled(table.name())
                .ifPresent(sql -> to.execute("the statistics of " + table.name(), List.of(sql)));
        return digest;
    }

    private void verify(MovedTable table, TableDigest read) {
        TableDigest.difference(read, TableCopy.digest(to, table, progress)).ifPresent(difference -> {
            throw new StoreException("The copy in the new database (" + to.description() + ") is not the same: "
                    + difference + "; the old database stays in use");
        });
    }

    /**
     * Completes a move that broke off after the old database was marked: everything had been compared before.
     *
     * @throws StoreException if these two databases are not those of one move
     */
    public void finish() {
        MoveMark left = from.mark()
                .filter(mark -> mark.state() == State.LEFT)
                .orElseThrow(() ->
                        new StoreException("The database (" + from.description() + ") has not been moved anywhere"));
        MoveMark arriving = to.mark()
                .filter(mark -> mark.id().equals(left.id()))
                .orElseThrow(() -> new StoreException("The database (" + from.description()
                        + ") was moved to another one (" + left.other() + "), not to " + to.description()));
        // its requests are in the other database now
        new OutboxCopy(from.database().beside("outbox")).remove();
        if (arriving.state() == State.FILLING) {
            Instant now = Clock.tick(clock, to.dialect().precision()).instant();
            to.mark(new MoveMark(State.ARRIVED, left.id(), from.name(), from.description(), now));
        }
    }

    /**
     * Has a database that was left used again. What happened in the other one since is unknown here, so each request that
     * is not finished is looked up before it is sent.
     */
    public static void takeBack(Side left) {
        if (!left.isMarked(State.LEFT)) {
            throw new StoreException("The database (" + left.description() + ") was not left by a move");
        }
        left.write("taking back", c -> {
            MoveMark.remove(c);
            return ClaimedRequests.doubtAll(c);
        });
    }
}
