/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.command;

import io.vsatlink.api.dataset.Column;
import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.dataset.Row;
import io.vsatlink.api.element.AddedColumns;
import io.vsatlink.api.store.Generation;
import io.vsatlink.api.store.Snapshot;
import io.vsatlink.parameters.command.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;

@Service
@Command(scope = "vsat", name = "list", description = "Show the rows of a dataset, ordered by key")
public class ListCommand extends SnapshotCommand {
    @Option(name = "--limit", description = "Maximum number of rows")
    private int limit = 50;

    @Override
    void run(Snapshot snapshot, Dataset dataset, AddedColumns added) {
        Table table = new Table(dataset.keyColumn().name()).orElse("No rows.");
        dataset.columns().stream()
                .filter(column -> !column.equals(dataset.keyColumn()))
                .forEach(column -> table.column(column.name()));
        added.columns().forEach(column -> table.column(column.name()));
        try (Stream<Row> rows = snapshot.rows(dataset)) {
            rows.limit(limit).forEach(row -> table.row(cells(row, added)));
        }
        table.print();
        long total = snapshot.generation(dataset).map(Generation::rows).orElse(0L);
        say(Math.min(limit, total) + " of " + total + " rows");
    }

    private static List<Object> cells(Row row, AddedColumns added) {
        List<Object> cells = new ArrayList<>();
        cells.add(row.key());
        for (Column column : row.listing().columns()) {
            if (!column.equals(row.listing().keyColumn())) {
                cells.add(Cells.text(row.get(column.name())));
            }
        }
        if (!added.columns().isEmpty()) {
            added.split(row.extraJson()).values().forEach(value -> cells.add(Cells.text(value)));
        }
        return cells;
    }
}
