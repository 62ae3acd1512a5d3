/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.command;

import io.vsatlink.api.ticket.OutboxEntry;
import io.vsatlink.etms.element.EtmsElement;
import io.vsatlink.etms.management.RequestRow;
import io.vsatlink.etms.request.RequestOperation;
import io.vsatlink.etms.request.Requests;
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
        Requests requests = element.requests();
        if (!requests.problem().isEmpty()) {
            throw new IllegalStateException(requests.problem());
        }
        List<OutboxEntry> entries = requests.entries();
        entries.stream()
                .limit(limit)
                .forEach(entry -> table.row(
                        entry.id(),
                        RequestOperation.of(entry.request().kind()),
                        entry.request().reference(),
                        RequestRow.word(entry),
                        entry.attempts(),
                        entry.ticketId(),
                        Shown.time(entry.createdAt()),
                        entry.lastError()));
        table.print();
        say(Math.min(limit, entries.size()) + " of " + requests.counts().all() + " requests");
    }
}
