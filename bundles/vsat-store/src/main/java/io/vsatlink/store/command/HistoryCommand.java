/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.command;

import io.vsatlink.api.dataset.Column;
import io.vsatlink.api.dataset.ColumnType;
import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.dataset.Row;
import io.vsatlink.api.store.RowVersion;
import io.vsatlink.api.store.VsatStore;
import io.vsatlink.parameters.command.Table;
import io.vsatlink.store.json.CanonicalJson;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

@Service
@Command(scope = "vsat", name = "history", description = "Show the history of a row, newest first")
public class HistoryCommand extends DatasetCommand {
    @Argument(index = 1, name = "key", description = "The key of the row", required = true)
    private String key;

    @Override
    void run(VsatStore from, String element, Dataset dataset) {
        List<RowVersion> versions = from.history(element, dataset, key);
        if (versions.isEmpty()) {
            throw new IllegalArgumentException(dataset.key() + " has no row " + key + " and no history of it");
        }
        Table table = new Table("Since", "Until", "Generation", "What");
        for (int i = 0; i < versions.size(); i++) {
            RowVersion version = versions.get(i);
            RowVersion before = i + 1 < versions.size() ? versions.get(i + 1) : null;
            table.row(
                    time(version.since(), "before the kept history"),
                    time(version.until(), "now"),
                    version.firstGeneration(),
                    what(before, version));
        }
        table.print();
    }

    private static String time(Instant time, String none) {
        return time == null ? none : time.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static String what(RowVersion before, RowVersion version) {
        if (before == null) {
            // the preceding version may have been pruned
            return version.firstGeneration() == 1 ? "added" : "added, or its earlier values are not kept";
        }
        boolean back = before.lastGeneration() + 1 < version.firstGeneration();
        String changes = String.join(", ", changes(before.row(), version.row()));
        if (!back) {
            return changes;
        }
        return changes.isEmpty() ? "came back" : "came back with " + changes;
    }

    private static List<String> changes(Row from, Row to) {
        List<String> changes = new ArrayList<>();
        for (Column column : from.listing().columns()) {
            if (column.type() == ColumnType.OBJECTS) {
                jsonChange(changes, column.name(), from.text(column.name()), to.text(column.name()));
            } else {
                change(changes, column.name(), from.get(column.name()), to.get(column.name()));
            }
        }
        jsonChange(changes, "extra", from.extraJson(), to.extraJson());
        return changes;
    }

    /** A different order of the members is not a change. */
    private static void jsonChange(List<String> changes, String name, String from, String to) {
        if (!CanonicalJson.same(from, to)) {
            change(changes, name, from, to);
        }
    }

    private static void change(List<String> changes, String name, Object from, Object to) {
        if (!Objects.equals(from, to)) {
            changes.add(name + ": " + Cells.text(from) + " -> " + Cells.text(to));
        }
    }
}
