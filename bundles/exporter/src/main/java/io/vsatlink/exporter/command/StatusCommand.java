/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.exporter.command;

import io.vsatlink.exporter.Exporter;
import io.vsatlink.exporter.ExporterReadings;
import io.vsatlink.parameters.Shown;
import java.nio.file.Path;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

@Service
@Command(scope = "export", name = "status", description = "Show File Export Status and when files were last exported")
public class StatusCommand extends ExporterCommand {

    @Override
    protected void run(Exporter exporter) {
        ExporterReadings readings = exporter.readings();
        say("File Export Status  " + readings.fileExportStatus() + ": " + readings.fileExportReason());
        say("File Export Path    " + exporter.directory().map(Path::toString).orElse(""));
        say("Last Exported       " + Shown.time(readings.lastExported()));
    }
}
