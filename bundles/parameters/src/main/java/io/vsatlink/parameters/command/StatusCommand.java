package io.vsatlink.parameters.command;

import io.vsatlink.api.element.Element;
import io.vsatlink.api.element.Health;
import java.util.Comparator;
import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;

@Service
@Command(scope = "vsat", name = "status", description = "Show the health of everything, what is wrong first")
public class StatusCommand implements Action {
    private static final Comparator<Row> WORST_FIRST = Comparator.comparing(
                    (Row row) -> row.health().level(), Comparator.reverseOrder())
            .thenComparing(row -> row.element().type())
            .thenComparing(row -> row.element().name());

    @Reference(optional = true)
    private List<Element> elements;

    private record Row(Element element, Health health) {}

    @Override
    public Object execute() {
        List<Row> rows = (elements == null ? List.<Element>of() : elements)
                .stream()
                        .map(element -> new Row(element, element.health()))
                        .sorted(WORST_FIRST)
                        .toList();
        ShellTable table = new ShellTable().emptyTableText("There is no element.");
        table.column("Health");
        table.column("Element");
        table.column("Reason");
        for (Row row : rows) {
            String name = (row.element().type() + " " + row.element().name()).strip();
            table.addRow()
                    .addContent(row.health().level().label(), name, row.health().reason());
        }
        table.print(System.out);
        long critical = rows.stream()
                .filter(row -> row.health().level() == Health.Level.CRITICAL)
                .count();
        if (critical > 0) {
            throw new IllegalStateException(critical + " critical");
        }
        return null;
    }
}
