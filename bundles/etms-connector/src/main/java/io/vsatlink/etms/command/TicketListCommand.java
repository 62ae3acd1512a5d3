/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.command;

import io.vsatlink.api.ticket.Ticket;
import io.vsatlink.etms.element.EtmsElement;
import io.vsatlink.etms.frontend.Mirrored;
import io.vsatlink.parameters.command.Table;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;

@Service
@Command(scope = "etms", name = "ticket-list", description = "Show the tickets of the last complete poll, newest first")
public class TicketListCommand extends EtmsCommand {

    @Option(name = "--limit", description = "Maximum number of tickets")
    private int limit = 50;

    @Override
    protected void run(EtmsElement element) {
        Table table = new Table(
                        "Ticket", "External Id", "Category", "Status", "Severity", "Circuit", "Owner", "Summary")
                .orElse("There are no tickets.");
        Mirrored mirrored = element.mirrored();
        List<Ticket> tickets = mirrored.newest();
        tickets.stream()
                .limit(limit)
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
        say(Math.min(limit, tickets.size()) + " of " + mirrored.counts().total() + " tickets");
    }
}
