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
@Command(scope = "vsat", name = "backup", description = "Copy the database, while it is used, into a new folder")
public class BackupCommand extends TerminalCommand {
    @Argument(name = "directory", description = "Where the new folder is made: an absolute path", required = true)
    private String directory;

    @Reference(optional = true)
    private DatabaseBackup backup;

    @Override
    protected void run() {
        if (backup == null) {
            throw new IllegalStateException("The store does not run; vsat:status tells more.");
        }
        AuditLog.operation("Store", "backup to " + directory);
        say("The database was copied to " + backup.backUp(Path.of(directory)));
    }
}
