/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.command;

import io.vsatlink.parameters.AuditLog;
import io.vsatlink.parameters.command.TerminalCommand;
import io.vsatlink.store.StoreMove;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

@Service
@Command(
        scope = "vsat",
        name = "store-move",
        description = "Move everything into another database, which is used from then on; polls wait meanwhile")
public class StoreMoveCommand extends TerminalCommand {
    private static final String EMBEDDED = "embedded";

    @Option(name = "--replace", description = "Delete what a database still has that an earlier move has left")
    private boolean replace;

    @Option(name = "--take-back", description = "Use the database of dataSource again although a move has left it")
    private boolean takeBack;

    @Argument(
            name = "target",
            description =
                    "The name of a DataSource service, or embedded for the database in the container's data folder")
    private String target;

    @Reference(optional = true)
    private StoreMove move;

    @Override
    protected void run() {
        if (move == null) {
            throw new IllegalStateException("The store is not running; vsat:status shows the reason.");
        }
        if (takeBack == (target != null)) {
            throw new IllegalArgumentException("name the database to move to, or give --take-back alone");
        }
        if (takeBack) {
            AuditLog.operation("Store", "store-move --take-back");
            say(move.takeBack());
        } else {
            AuditLog.operation("Store", "store-move" + (replace ? " --replace" : "") + " to " + target);
            say(move.move(EMBEDDED.equals(target) ? "" : target, replace, TerminalCommand::say));
        }
    }
}
