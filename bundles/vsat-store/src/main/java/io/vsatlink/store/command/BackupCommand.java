/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.command;

import io.vsatlink.parameters.AuditLog;
import io.vsatlink.parameters.command.TerminalCommand;
import io.vsatlink.store.DatabaseBackup;
import java.nio.file.Path;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

@Service
@Command(scope = "vsat", name = "backup", description = "Copy the database into a new folder, while it is in use")
public class BackupCommand extends TerminalCommand {
    @Argument(name = "directory", description = "Where to create the new folder: an absolute path", required = true)
    private String directory;

    @Reference(optional = true)
    private DatabaseBackup backup;

    @Override
    protected void run() {
        if (backup == null) {
            throw new IllegalStateException("The store is not running; vsat:status shows the reason.");
        }
        AuditLog.operation("Store", "backup to " + directory);
        say("The database was copied to " + backup.backUp(Path.of(directory)));
    }
}
