package io.vsatlink.exporter.command;

import io.vsatlink.exporter.files.Manifest;
import io.vsatlink.exporter.files.ManifestCheck;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;

@Service
@Command(scope = "export", name = "verify", description = "Check the files of a directory against their manifest")
public class VerifyCommand implements Action {
    @Argument(name = "directory", description = "The directory of an export", required = true)
    private String directory;

    @Override
    public Object execute() throws IOException {
        ManifestCheck check =
                new ManifestCheck(Path.of(directory).toAbsolutePath().normalize());
        List<String> problems = check.problems();
        check.manifest().ifPresent(VerifyCommand::print);
        if (!problems.isEmpty()) {
            throw new IllegalStateException("This is not one whole set: " + String.join("; ", problems));
        }
        System.out.println("All files are as the manifest says.");
        return null;
    }

    private static void print(Manifest manifest) {
        ShellTable table = new ShellTable();
        table.column("File");
        table.column("Rows").alignRight();
        table.column("Bytes").alignRight();
        table.column("Generation").alignRight();
        table.column("Polled At");
        table.column("State");
        for (Manifest.Entry file : manifest.files()) {
            table.addRow()
                    .addContent(
                            file.name(),
                            file.rows(),
                            file.bytes(),
                            file.generation() == null ? "" : file.generation(),
                            file.polledAt() == null ? "" : file.polledAt(),
                            file.state() == null ? "" : file.state());
        }
        table.print(System.out);
        System.out.println("Element " + manifest.element() + ", exported at " + manifest.exportedAt());
    }
}
