/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc.snapshot;

import io.vsatlink.api.dataset.Row;
import io.vsatlink.store.jdbc.table.RowCodec;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;

/**
 * The rows of one generation, ordered by key and read in chunks on demand. No cursor stays open in between: it would hold a
 * lock on its current row, and a slow reader would stop the writer.
 */
final class RowStream extends Spliterators.AbstractSpliterator<Row> {
    private static final int CHUNK = 1_000;

    private final GenerationReads generation;
    private final int chunk;
    private final RowCodec codec;

    /** Less than every key, because no key is blank. */
    private String lastKey = "";

    private Iterator<Row> ready = List.<Row>of().iterator();
    private boolean done;

    RowStream(GenerationReads generation) {
        this(generation, CHUNK);
    }

    /** @param chunk the number of rows read at once */
    RowStream(GenerationReads generation, int chunk) {
        super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.IMMUTABLE);
        this.generation = generation;
        this.chunk = chunk;
        this.codec = new RowCodec(generation.table(), generation.slot().owner());
    }

    @Override
    public boolean tryAdvance(Consumer<? super Row> action) {
        if (!ready.hasNext() && !done) {
            ready = next().iterator();
        }
        if (!ready.hasNext()) {
            return false;
        }
        action.accept(ready.next());
        return true;
    }

    /** Returns the next chunk of rows. */
    List<Row> next() {
        List<Row> rows = generation.read(this::select);
        done = rows.size() < chunk;
        if (!done) {
            dropLastRun(rows);
        }
        // nearly sorted: SQL does not define the order of keys that differ only in trailing blanks
        rows.sort(Comparator.comparing(Row::key));
        if (!rows.isEmpty()) {
            lastKey = rows.get(rows.size() - 1).key();
        }
        return rows;
    }

    /** The last key that was read; all following keys are greater. */
    String lastKey() {
        return lastKey;
    }

    boolean isDone() {
        return done;
    }

    private List<Row> select(Connection c) throws SQLException {
        List<Row> rows = new ArrayList<>(chunk);
        try (PreparedStatement select = c.prepareStatement(generation.table().scanBeyond())) {
            select.setString(1, generation.slot().owner());
            select.setLong(2, generation.number());
            select.setLong(3, generation.number());
            select.setString(4, generation.table().dialect().stored(lastKey));
            select.setInt(5, chunk);
            select.setFetchSize(chunk);
            try (ResultSet result = select.executeQuery()) {
                while (result.next()) {
                    rows.add(codec.read(result));
                }
            }
        }
        return rows;
    }

    /** More rows whose keys SQL treats as equal may follow; the next chunk contains all of them. */
    private static void dropLastRun(List<Row> rows) {
        String last = withoutTrailingBlanks(rows.get(rows.size() - 1).key());
        while (withoutTrailingBlanks(rows.get(rows.size() - 1).key()).equals(last)) {
            rows.remove(rows.size() - 1);
        }
    }

    private static String withoutTrailingBlanks(String key) {
        int end = key.length();
        while (end > 0 && key.charAt(end - 1) == ' ') {
            end--;
        }
        return key.substring(0, end);
    }
}
