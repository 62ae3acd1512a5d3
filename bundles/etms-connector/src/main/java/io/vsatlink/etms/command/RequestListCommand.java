package io.vsatlink.etms.command;

import io.vsatlink.api.ticket.OutboxCounts;
import io.vsatlink.api.ticket.OutboxEntry;
import io.vsatlink.etms.EtmsElement;
import io.vsatlink.etms.management.RequestRow;
import io.vsatlink.etms.request.Operation;
import io.vsatlink.parameters.Shown;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;

@Service
@Command(scope = "etms", name = "request-list", description = "Show the requests, those that are not over first")
public class RequestListCommand extends EtmsCommand {

    @Option(name = "--limit", description = "How many requests at the most")
    private int limit = 50;

    @Override
    protected void run(EtmsElement element) {
        ShellTable table = new ShellTable().emptyTableText("There are no requests.");
        List.of("Id", "Operation", "Reference", "State", "Attempts", "Ticket", "Created", "Last Error")
                .forEach(table::column);
        List<OutboxEntry> requests = element.requests();
        requests.stream().limit(limit).forEach(entry -> table.addRow()
                .addContent(
                        entry.id(),
                        Operation.of(entry.request().kind()),
                        entry.request().reference(),
                        RequestRow.word(entry),
                        entry.attempts(),
                        entry.ticketId(),
                        Shown.time(entry.createdAt()),
                        entry.lastError()));
        table.print(System.out);
        OutboxCounts counts = element.requestCounts();
        System.out.println(Math.min(limit, requests.size()) + " of " + counts.all() + " requests");
    }
}
