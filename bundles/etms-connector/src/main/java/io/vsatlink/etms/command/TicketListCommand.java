package io.vsatlink.etms.command;

import io.vsatlink.api.ticket.Ticket;
import io.vsatlink.etms.EtmsElement;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;

@Service
@Command(
        scope = "etms",
        name = "ticket-list",
        description = "Show the tickets of the last complete poll, the newest first")
public class TicketListCommand extends EtmsCommand {

    @Option(name = "--limit", description = "How many tickets at the most")
    private int limit = 50;

    @Override
    protected void run(EtmsElement element) {
        ShellTable table = new ShellTable().emptyTableText("There are no tickets.");
        List.of("Ticket", "External Id", "Category", "Status", "Severity", "Circuit", "Owner", "Summary")
                .forEach(table::column);
        List<Ticket> tickets = element.tickets();
        tickets.stream().limit(limit).forEach(ticket -> table.addRow()
                .addContent(
                        ticket.ticketId(),
                        ticket.externalId(),
                        ticket.category(),
                        ticket.status(),
                        ticket.text("severity"),
                        ticket.circuitId(),
                        ticket.text("owner"),
                        ticket.summary()));
        table.print(System.out);
        System.out.println(
                Math.min(limit, tickets.size()) + " of " + element.counts().total() + " tickets");
    }
}
