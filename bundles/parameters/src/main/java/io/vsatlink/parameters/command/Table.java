/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.parameters.command;

import io.vsatlink.api.text.Printable;
import java.util.Arrays;
import java.util.List;
import org.apache.karaf.shell.support.table.ShellTable;

/** A table on the terminal. Each row is one line. */
public final class Table {
    private final ShellTable table = new ShellTable();

    public Table(String... columns) {
        Arrays.stream(columns).forEach(this::column);
    }

    public Table column(String name) {
        table.column(Printable.line(name));
        return this;
    }

    /** A column of numbers. */
    public Table numbers(String name) {
        table.column(Printable.line(name)).alignRight();
        return this;
    }

    /** The text to print if there are no rows. */
    public Table orElse(String sentence) {
        table.emptyTableText(sentence);
        return this;
    }

    public void row(Object... cells) {
        row(Arrays.asList(cells));
    }

    public void row(List<?> cells) {
        table.addRow()
                .addContent(cells.stream()
                        .map(cell -> cell == null ? null : Printable.line(cell.toString()))
                        .toArray());
    }

    public void print() {
        table.print(System.out);
    }
}
