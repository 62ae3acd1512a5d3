/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import io.vsatlink.api.dataset.Column;
import io.vsatlink.api.dataset.Listing;
import io.vsatlink.api.dataset.Row;
import io.vsatlink.api.element.AddedColumns;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.stream.Stream;

/**
 * Rows of a listing as CSV (RFC 4180): UTF-8 without BOM, CRLF, a header; null is empty, the empty text is {@code ""}, half a
 * surrogate pair, which UTF-8 has no bytes for, is U+FFFD.
 *
 * @param added the columns after the listing's; what they leave is the last column, {@code extra}
 * @param guarded whether texts that a spreadsheet takes for formulas get a {@code '}
 */
public record CsvRows(Listing listing, AddedColumns added, boolean guarded) {

    /**
     * Writes the header and the rows. Flushes, and closes neither.
     *
     * @return how many rows there were
     */
    public long write(Stream<Row> rows, OutputStream out) throws IOException {
        try {
            return writeRecords(rows.iterator(), out);
        } catch (UncheckedIOException e) {
            // the CSV writer's way to say that the disk is full, or the browser has gone
            throw e.getCause();
        }
    }

    private long writeRecords(Iterator<Row> rows, OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, encoder());
        CsvWriter csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .quoteStrategy(QuoteStrategies.EMPTY)
                .build(text);
        Stream<Column> columns = Stream.concat(listing.columns().stream(), added.columns().stream());
        csv.writeRecord(
                Stream.concat(columns.map(Column::name), Stream.of("extra")).toArray(String[]::new));
        long written = 0;
        for (; rows.hasNext(); written++) {
            csv.writeRecord(cells(rows.next()));
        }
        csv.flush();
        return written;
    }

    private static CharsetEncoder encoder() {
        return StandardCharsets.UTF_8
                .newEncoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .replaceWith("\ufffd".getBytes(StandardCharsets.UTF_8));
    }

    private String[] cells(Row row) {
        AddedColumns.Split extra = added.split(row.extraJson());
        String[] cells = new String[row.values().size() + extra.values().size() + 1];
        int i = 0;
        for (Object value : row.values()) {
            cells[i++] = cell(value);
        }
        for (Object value : extra.values()) {
            cells[i++] = cell(value);
        }
        cells[i] = extra.rest();
        return cells;
    }

    private String cell(Object value) {
        return value instanceof String text && guarded ? FormulaGuard.guard(text) : CsvCell.text(value);
    }
}
