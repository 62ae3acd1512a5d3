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
@Command(scope = "etms", name = "ticket-close", description = "Request to close a ticket: a note, then the status")
public class TicketCloseCommand extends EtmsCommand {
    @Argument(index = 0, name = "reference", description = "The ticket: an externalId or a ticketId", required = true)
    private String reference;

    @Argument(index = 1, name = "text", description = "The text", required = true)
    private String text;

    @Option(name = "--request-id", description = "Identifies the request: an equal id is a repetition")
    private String requestId = "";

    @Override
    protected void run(EtmsElement element) {
        say(Sentences.of(element.submit(TicketRequest.close(reference, text, requestId, "shell"))));
    }
}
