/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.parameters.command;

import io.vsatlink.api.element.Element;
import io.vsatlink.api.element.Health;
import java.util.Comparator;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

@Service
@Command(scope = "vsat", name = "status", description = "Show the health of all elements, problems first")
public class StatusCommand extends TerminalCommand {
    private static final Comparator<Row> WORST_FIRST = Comparator.comparing(
                    (Row row) -> row.health().level(), Comparator.reverseOrder())
            .thenComparing(row -> row.element().type())
            .thenComparing(row -> row.element().name());

    @Reference(optional = true)
    private List<Element> elements;

    private record Row(Element element, Health health) {}

    @Override
    protected void run() {
        List<Row> rows = (elements == null ? List.<Element>of() : elements)
                .stream()
                        .map(element -> new Row(element, element.health()))
                        .sorted(WORST_FIRST)
                        .toList();
        Table table = new Table("Health", "Element", "Reason").orElse("There are no elements.");
        for (Row row : rows) {
            String name = (row.element().type() + " " + row.element().name()).strip();
            table.row(row.health().level().label(), name, row.health().reason());
        }
        table.print();
        long critical = rows.stream()
                .filter(row -> row.health().level() == Health.Level.CRITICAL)
                .count();
        if (critical > 0) {
            throw new IllegalStateException(critical + " critical");
        }
    }
}
