/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.exporter.command;

import io.vsatlink.exporter.Exporter;
import io.vsatlink.parameters.command.ElementCommand;
import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;

/** A command for one exporter. */
abstract class ExporterCommand extends ElementCommand<Exporter> {
    @Reference(optional = true)
    private List<Exporter> elements;

    @Override
    protected final List<Exporter> elements() {
        return elements;
    }
}
