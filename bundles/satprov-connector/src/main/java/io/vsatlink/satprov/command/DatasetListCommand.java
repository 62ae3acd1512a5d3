/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.satprov.command;

import io.vsatlink.parameters.Shown;
import io.vsatlink.parameters.command.Table;
import io.vsatlink.satprov.management.DatasetReadings;
import io.vsatlink.satprov.management.SatprovElement;
import io.vsatlink.satprov.management.SatprovReadings;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

@Service
@Command(scope = "satprov", name = "dataset-list", description = "Show the Polling Settings, one row per dataset")
public class DatasetListCommand extends SatprovCommand {

    @Override
    protected void run(SatprovElement element) {
        SatprovReadings readings = element.readings();
        say("Login Status " + readings.loginStatus() + ": " + readings.loginReason());
        Table table = new Table("Dataset", "State", "Status")
                .numbers("Pages")
                .numbers("Total Items")
                .column("Last Polled")
                .column("Last Full Poll")
                .column("Next Poll")
                .column("Reason");
        for (DatasetReadings row : readings.rows()) {
            table.row(
                    row.dataset().key(),
                    row.enabled() ? "enabled" : "disabled",
                    row.status().label(),
                    row.pagesProcessed(),
                    row.totalItems(),
                    Shown.time(row.lastPolled()),
                    Shown.time(row.lastFullPoll()),
                    Shown.time(row.nextPoll()),
                    row.reason());
        }
        table.print();
    }
}
