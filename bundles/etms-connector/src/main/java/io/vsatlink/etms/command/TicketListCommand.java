/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.command;

import io.vsatlink.etms.element.EtmsElement;
import io.vsatlink.etms.frontend.TicketQueries;
import io.vsatlink.etms.frontend.TicketSearch;
import io.vsatlink.parameters.command.Table;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;

@Service
@Command(scope = "etms", name = "ticket-list", description = "Show tickets of the last complete poll, newest first")
public class TicketListCommand extends EtmsCommand {

    @Option(name = "--limit", description = "Maximum number of tickets, up to 1 000")
    private int limit = 50;

    @Option(name = "--search", description = "Only tickets with this text in any field")
    private String search = "";

    @Option(
            name = "--filter",
            description = "Only tickets whose field has this text: field=text, for instance circuitId=VS910047",
            multiValued = true)
    private List<String> filters = List.of();

    @Option(name = "--sort", description = "The field to order by; otherwise the newest come first")
    private String sort = "";

    @Option(name = "--descending", description = "Reverse the order of --sort")
    private boolean descending;

    @Override
    protected void run(EtmsElement element) {
        TicketSearch.Found found = element.tickets(TicketQueries.of(search, filters, sort, descending, limit));
        Table table = new Table(
                        "Ticket", "External Id", "Category", "Status", "Severity", "Circuit", "Owner", "Summary")
                .orElse(found.total() == 0 ? "There are no tickets." : "No ticket matches.");
        found.tickets()
                .forEach(ticket -> table.row(
                        ticket.ticketId(),
                        ticket.externalId(),
                        ticket.category(),
                        ticket.status(),
                        ticket.text("severity"),
                        ticket.circuitId(),
                        ticket.text("owner"),
                        ticket.summary()));
        table.print();
        say(found.numbers());
    }
}
