/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.command;

import io.vsatlink.etms.element.EtmsElement;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

@Service
@Command(scope = "etms", name = "activity-log", description = "Show the full activity log of a ticket")
public class ActivityLogCommand extends EtmsCommand {

    @Argument(name = "ticketId", description = "The ticket", required = true)
    private String ticketId;

    @Override
    protected void run(EtmsElement element) throws InterruptedException {
        sayLines(Waiting.on(element.showActivityLog(ticketId)));
    }
}
