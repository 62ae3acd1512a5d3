/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.parameters.command;

import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.osgi.framework.BundleContext;

/** The base class of the commands about parameters: selects the pages. */
abstract class PageCommand extends TerminalCommand {
    @Option(name = "--element", description = "The element; required only if several have the parameter")
    @Completion(ElementCompleter.class)
    private String element;

    @Option(
            name = "--type",
            description = "Satprov, Etms, Exporter or Store; required only if several have the parameter")
    @Completion(TypeCompleter.class)
    private String type;

    @Reference
    private BundleContext bundle;

    @Override
    protected final void run() throws Exception {
        run(Pages.of(bundle).among(element, type));
    }

    /** @throws Exception if the command failed; the shell prints its message */
    abstract void run(Pages pages) throws Exception;
}
