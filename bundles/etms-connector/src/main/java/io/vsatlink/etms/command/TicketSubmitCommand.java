/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.command;

import io.vsatlink.api.ticket.TicketRequest;
import io.vsatlink.etms.element.EtmsElement;
import io.vsatlink.etms.management.Sentences;
import java.util.Map;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

@Service
@Command(scope = "etms", name = "ticket-submit", description = "Request a new ticket")
public class TicketSubmitCommand extends EtmsCommand {

    @Argument(
            index = 0,
            name = "externalId",
            description = "Our reference; an equal one is the same request",
            required = true)
    private String externalId;

    @Argument(index = 1, name = "category", description = "One of the six categories", required = true)
    private String category;

    @Argument(index = 2, name = "circuitId", description = "The circuit, or the infrastructure", required = true)
    private String circuitId;

    @Argument(index = 3, name = "severity", description = "1 (critical) to 4 (minor)", required = true)
    private String severity;

    @Argument(index = 4, name = "summary", description = "A summary, in one line", required = true)
    private String summary;

    @Argument(index = 5, name = "description", description = "The description")
    private String description = "";

    @Override
    protected void run(EtmsElement element) {
        Map<String, String> fields = Map.of(
                "category", category,
                "circuitId", circuitId,
                "severity", severity,
                "summary", summary,
                "description", description);
        say(Sentences.of(element.submit(TicketRequest.submit(externalId, fields, "shell"))));
    }
}
