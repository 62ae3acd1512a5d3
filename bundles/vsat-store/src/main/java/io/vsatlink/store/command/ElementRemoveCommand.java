package io.vsatlink.store.command;

import io.vsatlink.parameters.AuditLog;
import io.vsatlink.parameters.command.TerminalCommand;
import io.vsatlink.store.ElementRemover;
import java.util.List;
import java.util.Set;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.osgi.service.cm.ConfigurationAdmin;

@Service
@Command(
        scope = "vsat",
        name = "element-remove",
        description = "Remove all that the database keeps of an element that is gone for good")
public class ElementRemoveCommand extends TerminalCommand {
    @Argument(name = "element", description = "The element; it must not be configured any more", required = true)
    @Completion(KeptElementCompleter.class)
    private String element;

    @Reference(optional = true)
    private ElementRemover remover;

    @Reference
    private ConfigurationAdmin configurations;

    @Override
    protected void run() {
        if (remover == null) {
            throw new IllegalStateException("The store does not run; vsat:status tells more.");
        }
        List<String> pids = new ConfiguredElement(element).pids(configurations);
        if (!pids.isEmpty()) {
            throw new IllegalStateException("The element " + element + " is configured (" + String.join(", ", pids)
                    + "); remove its configuration first.");
        }
        Set<String> kept = remover.kept();
        if (!kept.contains(element)) {
            throw new IllegalArgumentException("nothing is kept of an element " + element
                    + (kept.isEmpty() ? "" : "; there are " + String.join(", ", kept)));
        }
        AuditLog.operation("Store", "element-remove " + element);
        long versions = remover.remove(element);
        say("All that was kept of the element " + element + " was removed, "
                + (versions == 1 ? "1 version of a row" : versions + " versions of rows") + " among it.");
    }
}
