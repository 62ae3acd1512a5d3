/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.command;

import io.vsatlink.api.ticket.TicketRequest;
import io.vsatlink.etms.element.EtmsElement;
import io.vsatlink.etms.management.Sentences;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;

@Service
@Command(scope = "etms", name = "ticket-update", description = "Request a new value for a field of a ticket")
public class TicketUpdateCommand extends EtmsCommand {
    @Argument(index = 0, name = "reference", description = "The ticket: an externalId or a ticketId", required = true)
    private String reference;

    @Argument(index = 1, name = "field", description = "The field, for instance severity", required = true)
    private String field;

    @Argument(index = 2, name = "value", description = "The value", required = true)
    private String value;

    @Option(name = "--request-id", description = "Identifies the request: an equal id is a repetition")
    private String requestId = "";

    @Override
    protected void run(EtmsElement element) {
        TicketRequest request = TicketRequest.update(reference, field, value, requestId, "shell");
        say(Sentences.of(element.submit(request)));
    }
}
