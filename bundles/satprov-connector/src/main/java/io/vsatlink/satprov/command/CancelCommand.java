package io.vsatlink.satprov.command;

import io.vsatlink.satprov.SatprovElement;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

@Service
@Command(scope = "satprov", name = "cancel", description = "End the running poll and empty the queue")
public class CancelCommand extends SatprovCommand {

    @Override
    protected void run(SatprovElement element) {
        say(element.cancel());
    }
}
