/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.command;

import io.vsatlink.api.text.Counted;
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
        description = "Remove everything that the database keeps of an element that is no longer used")
public class ElementRemoveCommand extends TerminalCommand {
    @Argument(name = "element", description = "The element; it must no longer be configured", required = true)
    @Completion(KeptElementCompleter.class)
    private String element;

    @Reference(optional = true)
    private ElementRemover remover;

    @Reference
    private ConfigurationAdmin configurations;

    @Override
    protected void run() {
        if (remover == null) {
            throw new IllegalStateException("The store is not running; vsat:status shows the reason.");
        }
        List<String> pids = new ConfiguredElement(element).pids(configurations);
        if (!pids.isEmpty()) {
            throw new IllegalStateException("The element " + element + " is configured (" + String.join(", ", pids)
                    + "); remove its configuration first.");
        }
        Set<String> kept = remover.kept();
        if (!kept.contains(element)) {
            throw new IllegalArgumentException("the database has nothing of an element " + element
                    + (kept.isEmpty() ? "" : "; there are " + String.join(", ", kept)));
        }
        AuditLog.operation("Store", "element-remove " + element);
        long versions = remover.remove(element);
        say("The data of the element " + element + " was removed: " + Counted.of(versions, "row version")
                + " and the rest.");
    }
}
