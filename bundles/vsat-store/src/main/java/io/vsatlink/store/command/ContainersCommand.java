/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.command;

import io.vsatlink.api.duty.Container;
import io.vsatlink.api.duty.Container.HeldDuty;
import io.vsatlink.api.duty.Containers;
import io.vsatlink.api.duty.SettingDifference;
import io.vsatlink.parameters.command.Table;
import io.vsatlink.parameters.command.TerminalCommand;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Shows the containers that share the database. */
@Service
@Command(
        scope = "vsat",
        name = "containers",
        description = "Show the containers that share the database, and what each does")
public class ContainersCommand extends TerminalCommand {
    @Reference(optional = true)
    private Containers containers;

    @Override
    protected void run() {
        if (containers == null) {
            throw new IllegalStateException("The store is not running; vsat:status shows the reason.");
        }
        Table table = new Table("Container", "State", "Version", "Since", "Last heartbeat")
                .numbers("Clock ms")
                .column("Duties");
        for (Container each : containers.all()) {
            table.row(
                    each.name(),
                    state(each),
                    each.version(),
                    each.since(),
                    each.lastHeartbeat(),
                    each.clockOffset().toMillis(),
                    each.duties().stream().map(ContainersCommand::told).collect(Collectors.joining(", ")));
        }
        table.print();
        List<SettingDifference> differences = containers.differences();
        if (!differences.isEmpty()) {
            say("Settings that differ:");
            print(differences);
        }
    }

    private static void print(List<SettingDifference> differences) {
        Table table = new Table("Differs", "Setting", "Container", "Value");
        for (SettingDifference each : differences) {
            String element = (each.type() + " " + each.element()).strip();
            String setting = each.setting().isEmpty() ? "not in all containers" : each.setting();
            each.values().forEach((container, value) -> table.row(element, setting, container, value));
        }
        table.print();
    }

    private static String state(Container container) {
        if (!container.works()) {
            return "ended";
        }
        return container.here() ? "works, here" : "works";
    }

    private static String told(HeldDuty duty) {
        return (duty.kind().name().toLowerCase(Locale.ROOT) + " " + duty.subject()).strip();
    }
}
