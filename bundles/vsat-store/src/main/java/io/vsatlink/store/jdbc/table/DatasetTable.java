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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The SQL of one listing's table. All names come from the {@link Listing}, which is a constant; values are always parameters. */
public record DatasetTable(Listing listing, Dialect dialect) {
    /** {@code last_generation} of a version that nothing has superseded. */
    public static final long OPEN = Long.MAX_VALUE;

    /** Ends a statement that brings some rows only: told to the database, which may else sort all that follow. */
    public static final String FIRST = " FETCH FIRST ? ROWS ONLY";

    /** Rows that a driver brings at once where a statement brings many: some would bring all, whatever the heap. */
    public static final int FETCHED_AT_ONCE = 1_000;

    /** The table's name, and the dataset's in the tables that speak of datasets. */
    public static String name(Listing listing) {
        return snakeCase(listing.key());
    }

    /** For instance {@code v_circuit_id} for {@code vCircuitId}. */
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

    /** What {@link RowCodec} reads a row from. */
    private String version() {
        return content() + ", first_generation";
    }

    private String key() {
        return snakeCase(listing.keyColumn().name());
    }

    private String through(String column) {
        return name() + dialect.through(name() + "_by_" + column);
    }

    /** Several rows. Parameters, for each: the content, element, hash, first and last generation. */
    public String insert(int rows) {
        String row = "(" + marks(contentColumns().size() + 4) + ")";
        return "INSERT INTO " + name() + " (" + content()
                + ", element, content_hash, first_generation, last_generation) VALUES "
                + String.join(", ", Collections.nCopies(rows, row));
    }

    /** Which version a statement concerns. Row numbers have no index of their own, for it would double the time of an insert. */
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

    /** The versions of some keys. Parameters: the keys, element, the least last generation. */
    public String versions(int keys) {
        return "SELECT row_no, content_hash, first_generation, last_generation, " + key() + " FROM " + through(key())
                + " WHERE " + key() + " IN (" + marks(keys) + ") AND element = ? AND last_generation >= ?";
    }

    /** All versions of a key, the newest first: content, first and last generation. Parameters: the key, element. */
    public String history() {
        return "SELECT " + version() + ", last_generation FROM " + through(key()) + " WHERE " + key()
                + " = ? AND element = ? ORDER BY first_generation DESC";
    }

    /** Row number and hash of the versions of the current generation. Parameters: element, last generation, the next one. */
    public String contentHashes() {
        return "SELECT row_no, content_hash FROM " + name() + dialect.throughout()
                + " WHERE element = ? AND last_generation = ? AND first_generation < ?";
    }

    /** Keys and row numbers, as they lie. Parameters: element, and those of the condition. */
    public String addresses(String condition) {
        return "SELECT " + key() + ", row_no FROM " + name() + dialect.throughout() + " WHERE element = ? AND "
                + condition;
    }

    /**
     * The first rows of one generation beyond a key, ordered by key, through the index, so that nothing is sorted. Parameters:
     * element, twice the generation, the key, how many rows.
     */
    public String scanBeyond() {
        return orderedByKey(">") + FIRST;
    }

    /** Likewise, with the rows whose key SQL takes for the same, and all there are. */
    public String scanFrom() {
        return orderedByKey(">=");
    }

    private String orderedByKey(String comparison) {
        return "SELECT " + version() + " FROM " + through(key()) + " WHERE element = ? AND " + visible() + " AND "
                + key() + " " + comparison + " ? ORDER BY " + key();
    }

    /** One generation as it lies. Parameters: element, twice the generation. */
    public String scan() {
        return "SELECT " + version() + " FROM " + name() + dialect.throughout() + " WHERE element = ? AND " + visible();
    }

    /** Some columns of one generation as it lies, a time as its two, and the first generation. Parameters: element, twice the generation. */
    public String scan(List<Column> columns) {
        return "SELECT " + columns.stream().flatMap(DatasetTable::sqlColumns).collect(Collectors.joining(", "))
                + ", first_generation FROM " + name() + dialect.throughout() + " WHERE element = ? AND " + visible();
    }

    /** The rows with one of these values. Parameters: the values, element, twice the generation. */
    public String find(Column column, int values) {
        String name = snakeCase(column.name());
        return "SELECT " + version() + " FROM " + through(name) + " WHERE " + name + " IN (" + marks(values)
                + ") AND element = ? AND " + visible();
    }

    /**
     * The versions that begin with a generation or end with another, and their first generation, ordered by key.
     * Parameters: element, those generations, the key to go beyond, how many rows.
     */
    public String turns(boolean byIndex) {
        return "SELECT " + version() + " FROM "
                + (byIndex ? through(key()) : name() + dialect.throughout())
                + " WHERE element = ? AND (first_generation = ? OR last_generation = ?) AND " + key() + " > ? ORDER BY "
                + key() + FIRST;
    }

    /**
     * How many tickets of each category one generation has, and how many of them somebody created or owns. Parameters:
     * his name, twice; element, twice the generation.
     */
    public String ticketCounts() {
        return "SELECT category, COUNT(*), SUM(CASE WHEN created_by = ? OR owner = ? THEN 1 ELSE 0 END) FROM " + name()
                + dialect.throughout() + " WHERE element = ? AND " + visible() + " GROUP BY category";
    }

    /** The long texts whose versions are gone. Parameters: element, this table's name, the generation to stop before. */
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
