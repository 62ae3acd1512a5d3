/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.exporter.command;

import io.vsatlink.exporter.files.Manifest;
import io.vsatlink.exporter.files.ManifestCheck;
import io.vsatlink.parameters.command.Table;
import io.vsatlink.parameters.command.TerminalCommand;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

@Service
@Command(scope = "export", name = "verify", description = "Check the files of a directory against their manifest")
public class VerifyCommand extends TerminalCommand {
    @Argument(name = "directory", description = "The directory of an export", required = true)
    private String directory;

    @Override
    protected void run() throws IOException {
        ManifestCheck check =
                new ManifestCheck(Path.of(directory).toAbsolutePath().normalize());
        List<String> problems = check.problems();
        check.manifest().ifPresent(VerifyCommand::print);
        if (!problems.isEmpty()) {
            throw new IllegalStateException("The files are not one complete set: " + String.join("; ", problems));
        }
        say("All files match the manifest.");
    }

    private static void print(Manifest manifest) {
        Table table = new Table("File")
                .numbers("Rows")
                .numbers("Bytes")
                .numbers("Generation")
                .column("Polled At")
                .column("State");
        for (Manifest.Entry file : manifest.files()) {
            table.row(
                    file.name(),
                    file.rows(),
                    file.bytes(),
                    file.generation() == null ? "" : file.generation(),
                    file.polledAt() == null ? "" : file.polledAt(),
                    file.state() == null ? "" : file.state());
        }
        table.print();
        say("Element " + manifest.element() + ", exported at " + manifest.exportedAt());
    }
}
