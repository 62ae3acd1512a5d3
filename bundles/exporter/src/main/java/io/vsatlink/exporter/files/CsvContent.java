package io.vsatlink.exporter.files;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import io.vsatlink.api.dataset.Column;
import io.vsatlink.api.dataset.CsvCell;
import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.dataset.FormulaGuard;
import io.vsatlink.api.dataset.Row;
import io.vsatlink.api.element.AddedColumns;
import io.vsatlink.api.store.Snapshot;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Iterator;
import java.util.stream.Stream;

/**
 * A dataset as CSV (RFC 4180): UTF-8 without BOM, CRLF, a header; null is empty, the empty text is {@code ""}, half a
 * surrogate pair is U+FFFD.
 */
final class CsvContent implements FileSet.Content {
    private final Snapshot snapshot;
    private final Dataset dataset;
    private final boolean guarded;
    private final AddedColumns added;

    /** @param guarded whether texts that a spreadsheet takes for formulas get a {@code '} */
    CsvContent(Snapshot snapshot, Dataset dataset, boolean guarded, AddedColumns added) {
        this.snapshot = snapshot;
        this.dataset = dataset;
        this.guarded = guarded;
        this.added = added;
    }

    @Override
    public long write(OutputStream out) throws IOException {
        try {
            return writeRecords(out);
        } catch (UncheckedIOException e) {
            // the CSV writer's way to say that the disk is full
            throw e.getCause();
        }
    }

    private long writeRecords(OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, CsvCell.encoder());
        CsvWriter csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .quoteStrategy(QuoteStrategies.EMPTY)
                .build(text);
        Stream<Column> columns = Stream.concat(dataset.columns().stream(), added.columns().stream());
        csv.writeRecord(
                Stream.concat(columns.map(Column::name), Stream.of("extra")).toArray(String[]::new));
        long rows = 0;
        try (Stream<Row> source = snapshot.rows(dataset)) {
            for (Iterator<Row> iterator = source.iterator(); iterator.hasNext(); rows++) {
                csv.writeRecord(cells(iterator.next()));
            }
        }
        csv.flush();
        return rows;
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
