/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.exporter.command;

import io.vsatlink.exporter.ExportState;
import io.vsatlink.exporter.ExportStatus;
import io.vsatlink.exporter.Exporter;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

@Service
@Command(scope = "export", name = "now", description = "Export now, even while File Export is disabled, and wait")
public class NowCommand extends ExporterCommand {

    @Override
    protected void run(Exporter exporter) throws InterruptedException {
        if (exporter.obstacle().isPresent()) {
            throw new IllegalStateException(exporter.exportNow());
        }
        exporter.exportNow();
        while (exporter.exporting()) {
            Thread.sleep(100);
        }
        ExportState last = exporter.last();
        if (last.status() == ExportStatus.FAILED) {
            throw new IllegalStateException(last.reason());
        }
        say(last.reason());
    }
}
