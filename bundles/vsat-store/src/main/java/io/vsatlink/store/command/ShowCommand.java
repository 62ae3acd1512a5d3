/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.command;

import io.vsatlink.api.dataset.Column;
import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.dataset.Row;
import io.vsatlink.api.element.AddedColumns;
import io.vsatlink.api.store.Snapshot;
import io.vsatlink.parameters.command.Table;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

@Service
@Command(scope = "vsat", name = "show", description = "Show one row of a dataset, one line per field")
public class ShowCommand extends SnapshotCommand {
    @Argument(index = 1, name = "key", description = "The key of the row", required = true)
    private String key;

    @Override
    void run(Snapshot snapshot, Dataset dataset, AddedColumns added) {
        Row row = snapshot.row(dataset, key)
                .orElseThrow(() -> new IllegalArgumentException(dataset.key() + " has no row " + key));
        Table table = new Table("Field", "Value");
        for (Column column : dataset.columns()) {
            table.row(column.name(), Cells.text(row.get(column.name())));
        }
        AddedColumns.Split extra = added.split(row.extraJson());
        for (int i = 0; i < added.columns().size(); i++) {
            String name = added.columns().get(i).name();
            table.row(name, Cells.text(extra.values().get(i)));
        }
        if (extra.rest() != null) {
            table.row("extra", extra.rest());
        }
        table.print();
    }
}
