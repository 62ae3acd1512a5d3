package io.vsatlink.console.view;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import io.vsatlink.api.dataset.Column;
import io.vsatlink.api.dataset.CsvCell;
import io.vsatlink.api.dataset.FormulaGuard;
import io.vsatlink.api.dataset.Row;
import io.vsatlink.api.element.AddedColumns;
import io.vsatlink.api.store.RowQuery;
import io.vsatlink.api.store.Snapshot;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/** All rows that match, ordered by key, as the exporter would write them; always guarded against formulas. */
final class CsvFile {

    private CsvFile() {}

    static void write(Snapshot snapshot, RowQuery query, AddedColumns added, OutputStream out) throws IOException {
        try {
            writeRecords(snapshot, query, added, out);
        } catch (UncheckedIOException e) {
            // the CSV writer's way to say that the browser has gone
            throw e.getCause();
        }
    }

    private static void writeRecords(Snapshot snapshot, RowQuery query, AddedColumns added, OutputStream out)
            throws IOException {
        Writer text = new OutputStreamWriter(out, CsvCell.encoder());
        CsvWriter csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .quoteStrategy(QuoteStrategies.EMPTY)
                .build(text);
        Stream<Column> columns = Stream.concat(query.listing().columns().stream(), added.columns().stream());
        csv.writeRecord(
                Stream.concat(columns.map(Column::name), Stream.of("extra")).toArray(String[]::new));
        try (Stream<Row> rows = snapshot.matching(query)) {
            for (Iterator<Row> iterator = rows.iterator(); iterator.hasNext(); ) {
                csv.writeRecord(cells(iterator.next(), added));
            }
        }
        csv.flush();
    }

    private static String[] cells(Row row, AddedColumns added) {
        AddedColumns.Split extra = added.split(row.extraJson());
        List<Object> values = new ArrayList<>(row.values());
        values.addAll(extra.values());
        values.add(extra.rest());
        return values.stream().map(CsvFile::cell).toArray(String[]::new);
    }

    private static String cell(Object value) {
        return value instanceof String text ? FormulaGuard.guard(text) : CsvCell.text(value);
    }
}
