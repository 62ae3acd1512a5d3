package io.vsatlink.satprov.command;

import io.vsatlink.api.element.DatasetStatus;
import io.vsatlink.parameters.Shown;
import io.vsatlink.satprov.SatprovElement;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;

@Service
@Command(scope = "satprov", name = "dataset-list", description = "Show the Polling Settings, a row a dataset")
public class DatasetListCommand extends SatprovCommand {

    @Override
    protected void run(SatprovElement element) {
        System.out.println("Login Status " + element.loginStatus().label() + ": " + element.loginReason());
        ShellTable table = new ShellTable();
        table.column("Dataset");
        table.column("State");
        table.column("Status");
        table.column("Pages").alignRight();
        table.column("Total Items").alignRight();
        table.column("Last Polled");
        table.column("Next Poll");
        table.column("Reason");
        for (DatasetStatus row : element.datasets()) {
            table.addRow()
                    .addContent(
                            row.dataset().key(),
                            row.enabled() ? "enabled" : "disabled",
                            row.status().label(),
                            row.pagesProcessed(),
                            row.totalItems(),
                            Shown.time(row.lastPolled()),
                            Shown.time(row.nextPoll()),
                            row.reason());
        }
        table.print(System.out);
    }
}
