/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc.table;

import io.vsatlink.api.dataset.Column;
import io.vsatlink.api.dataset.ColumnType;
import io.vsatlink.api.dataset.Listing;
import io.vsatlink.store.dialect.Dialect;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The SQL of one listing's table. All names come from the {@link Listing}, a constant; values are always parameters. */
public record DatasetTable(Listing listing, Dialect dialect) {
    /** {@code last_generation} of a version that has not been superseded. */
    public static final long OPEN = Long.MAX_VALUE;

    /**
     * Ends a statement that returns some rows only. The limit informs the database, which might otherwise sort all following
     * rows.
     */
    public static final String FIRST = " FETCH FIRST ? ROWS ONLY";

    /** The fetch size of statements with many rows: some drivers would otherwise fetch all rows, whatever the heap. */
    public static final int FETCHED_AT_ONCE = 1_000;

    /** The table's name, which also identifies the dataset in other tables. */
    public static String name(Listing listing) {
        return snakeCase(listing.key());
    }

    /** Converts a name: {@code vCircuitId} becomes {@code v_circuit_id}. */
    public static String snakeCase(String field) {
        return field.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    public String name() {
        return name(listing);
    }

    /** The columns of the content, in the order of {@link Listing#columns()}; a time has two. */
    public List<String> contentColumns() {
        return Stream.concat(listing.columns().stream().flatMap(DatasetTable::sqlColumns), Stream.of("extra_json"))
                .toList();
    }

    private static Stream<String> sqlColumns(Column column) {
        String name = snakeCase(column.name());
        return column.type() == ColumnType.TIME ? Stream.of(name, name + "_text") : Stream.of(name);
    }

    private String content() {
        return String.join(", ", contentColumns());
    }

    /** The columns from which {@link RowCodec} reads a row. */
    private String version() {
        return content() + ", first_generation";
    }

    private String key() {
        return snakeCase(listing.keyColumn().name());
    }

    private String through(String column) {
        return name() + dialect.through(name() + "_by_" + column);
    }

    /** The columns that an insert sets: the content, element, hash, first and last generation. */
    public List<String> insertedColumns() {
        return Stream.concat(
                        contentColumns().stream(),
                        Stream.of("element", "content_hash", "first_generation", "last_generation"))
                .toList();
    }

    /** Inserts several rows. Parameters, for each: {@link #insertedColumns}. */
    public String insert(int rows) {
        String row = "(" + marks(insertedColumns().size()) + ")";
        return "INSERT INTO " + name() + " (" + String.join(", ", insertedColumns()) + ") VALUES "
                + String.join(", ", Collections.nCopies(rows, row));
    }

    /**
     * Selects the version that a statement affects. Row numbers have no separate index, because it would double the time of an
     * insert.
     */
    private String at() {
        return " WHERE " + key() + " = ? AND element = ? AND row_no = ?";
    }

    /** Parameters: the content, hash, key, element, row number. */
    public String rewrite() {
        return "UPDATE " + name() + " SET "
                + contentColumns().stream().map(column -> column + " = ?").collect(Collectors.joining(", "))
                + ", content_hash = ?" + at();
    }

    /** Parameters: hash, key, element, row number. */
    public String rehash() {
        return "UPDATE " + name() + " SET content_hash = ?" + at();
    }

    /** Parameters: last generation, key, element, row number. */
    public String end() {
        return "UPDATE " + name() + " SET last_generation = ?" + at();
    }

    /** Parameters: key, element, row number. */
    public String delete() {
        return "DELETE FROM " + name() + at();
    }

    /** Selects the versions that a statement for many affects, if the database has such. */
    private Optional<String> pairs() {
        return dialect.pairs("one", "its_key", "its_no");
    }

    private String atPairs() {
        return " WHERE element = ? AND " + key() + " = its_key AND row_no = its_no";
    }

    /** {@link #end} of many versions. Parameters: last generation, the keys, the row numbers, element. */
    public Optional<String> endMany() {
        return pairs().map(pairs -> "UPDATE " + name() + " SET last_generation = ? FROM " + pairs + atPairs());
    }

    /** {@link #delete} of many versions. Parameters: the keys, the row numbers, element. */
    public Optional<String> deleteMany() {
        return pairs().map(pairs -> "DELETE FROM " + name() + " USING " + pairs + atPairs());
    }

    /** Parameters: key, element, row number. */
    public String there() {
        return "SELECT 1 FROM " + through(key()) + at();
    }

    /**
     * Selects the versions of some keys. Parameters: the keys, element, the lowest last generation.
     *
     * @param time a column to select in addition; null for none
     */
    public String versions(int keys, Column time) {
        return "SELECT row_no, content_hash, first_generation, last_generation, " + key()
                + (time == null ? "" : ", " + snakeCase(time.name())) + " FROM " + through(key())
                + " WHERE " + key() + " IN (" + marks(keys) + ") AND element = ? AND last_generation >= ?";
    }

    /** Selects all versions of a key, newest first: content, first and last generation. Parameters: the key, element. */
    public String history() {
        return "SELECT " + version() + ", last_generation FROM " + through(key()) + " WHERE " + key()
                + " = ? AND element = ? ORDER BY first_generation DESC";
    }

    /**
     * Selects row number and hash of the versions of the current generation. Parameters: element, last generation, the next
     * one.
     */
    public String contentHashes() {
        return "SELECT row_no, content_hash FROM " + name() + dialect.throughout()
                + " WHERE element = ? AND last_generation = ? AND first_generation < ?";
    }

    /** Selects keys and row numbers in storage order. Parameters: element, and those of the condition. */
    public String addresses(String condition) {
        return "SELECT " + key() + ", row_no FROM " + name() + dialect.throughout() + " WHERE element = ? AND "
                + condition;
    }

    /**
     * Selects a row of one generation whose key the database may sort differently from Java; empty if it sorts all as Java does.
     * Parameters: element, the generation twice, the number of rows.
     */
    public Optional<String> keysUnlikeJava() {
        return dialect.unlikeJava(key())
                .map(unlike ->
                        "SELECT 1 FROM " + name() + " WHERE element = ? AND " + visible() + " AND " + unlike + FIRST);
    }

    /**
     * Selects the first rows of one generation after a key, ordered by key through the index, so that nothing is sorted.
     * Parameters: element, the generation twice, the key, the number of rows.
     */
    public String scanBeyond() {
        return orderedByKey(">") + FIRST;
    }

    /** Like {@link #scanBeyond}, but includes rows whose key SQL treats as equal, and has no limit. */
    public String scanFrom() {
        return orderedByKey(">=");
    }

    private String orderedByKey(String comparison) {
        return "SELECT " + version() + " FROM " + through(key()) + " WHERE element = ? AND " + visible() + " AND "
                + key() + " " + comparison + " ? ORDER BY " + key();
    }

    /** Selects one generation in storage order. Parameters: element, the generation twice. */
    public String scan() {
        return "SELECT " + version() + " FROM " + name() + dialect.throughout() + " WHERE element = ? AND " + visible();
    }

    /**
     * Selects some columns of one generation in storage order (a time has two), and the first generation. Parameters: element,
     * the generation twice.
     */
    public String scan(List<Column> columns) {
        return "SELECT " + columns.stream().flatMap(DatasetTable::sqlColumns).collect(Collectors.joining(", "))
                + ", first_generation FROM " + name() + dialect.throughout() + " WHERE element = ? AND " + visible();
    }

    /** Selects the rows with one of these values. Parameters: the values, element, the generation twice. */
    public String find(Column column, int values) {
        String name = snakeCase(column.name());
        return "SELECT " + version() + " FROM " + through(name) + " WHERE " + name + " IN (" + marks(values)
                + ") AND element = ? AND " + visible();
    }

    /**
     * Selects the versions that begin with one generation or end with another, and their first generation, ordered by key.
     * Parameters: element, those generations, the key to start after, the number of rows.
     */
    public String turns(boolean byIndex) {
        return "SELECT " + version() + " FROM "
                + (byIndex ? through(key()) : name() + dialect.throughout())
                + " WHERE element = ? AND (first_generation = ? OR last_generation = ?) AND " + key() + " > ? ORDER BY "
                + key() + FIRST;
    }

    /**
     * Counts the tickets of each category in one generation, and those that a given person created or owns. Parameters: the
     * person's name, twice; element, the generation twice.
     */
    public String ticketCounts() {
        return "SELECT category, COUNT(*), SUM(CASE WHEN created_by = ? OR owner = ? THEN 1 ELSE 0 END) FROM " + name()
                + dialect.throughout() + " WHERE element = ? AND " + visible() + " GROUP BY category";
    }

    /** Deletes long texts without a version. Parameters: element, this table's name, the generation to stop before. */
    String deleteOrphans() {
        return "DELETE FROM long_text l WHERE l.element = ? AND l.listing = ? AND l.generation < ? AND NOT EXISTS (SELECT 1"
                + " FROM " + name() + " v" + dialect.through(name() + "_by_" + key())
                + " WHERE v." + key() + " = l.row_key AND v.element = l.element AND v.first_generation = l.generation)";
    }

    private static String visible() {
        return "first_generation <= ? AND last_generation >= ?";
    }

    private static String marks(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }
}
