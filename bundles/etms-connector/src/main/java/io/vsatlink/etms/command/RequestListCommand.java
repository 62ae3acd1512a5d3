package io.vsatlink.etms.command;

import io.vsatlink.api.ticket.OutboxCounts;
import io.vsatlink.api.ticket.OutboxEntry;
import io.vsatlink.etms.EtmsElement;
import io.vsatlink.etms.management.RequestRow;
import io.vsatlink.etms.request.Operation;
import io.vsatlink.parameters.Shown;
import io.vsatlink.parameters.command.Table;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;

@Service
@Command(scope = "etms", name = "request-list", description = "Show the requests, open ones first")
public class RequestListCommand extends EtmsCommand {

    @Option(name = "--limit", description = "Maximum number of requests")
    private int limit = 50;

    @Override
    protected void run(EtmsElement element) {
        Table table = new Table("Id", "Operation", "Reference", "State", "Attempts", "Ticket", "Created", "Last Error")
                .orElse("There are no requests.");
        List<OutboxEntry> requests = element.requests();
        requests.stream()
                .limit(limit)
                .forEach(entry -> table.row(
                        entry.id(),
                        Operation.of(entry.request().kind()),
                        entry.request().reference(),
                        RequestRow.word(entry),
                        entry.attempts(),
                        entry.ticketId(),
                        Shown.time(entry.createdAt()),
                        entry.lastError()));
        table.print();
        OutboxCounts counts = element.requestCounts();
        say(Math.min(limit, requests.size()) + " of " + counts.all() + " requests");
    }
}
