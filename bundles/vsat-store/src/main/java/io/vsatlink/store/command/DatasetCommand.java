/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.command;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.element.ProvisioningElement;
import io.vsatlink.api.store.VsatStore;
import io.vsatlink.parameters.command.DatasetCompleter;
import io.vsatlink.parameters.command.ElementCompleter;
import io.vsatlink.parameters.command.TerminalCommand;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;

/** The common part of the commands that take a dataset. */
abstract class DatasetCommand extends TerminalCommand {
    @Argument(index = 0, name = "dataset", description = "The dataset", required = true)
    @Completion(DatasetCompleter.class)
    private String dataset;

    @Option(name = "--element", description = "The element; required only if there are several")
    @Completion(ElementCompleter.class)
    private String elementName;

    @Reference(optional = true)
    private VsatStore store;

    @Reference(optional = true)
    private List<ProvisioningElement> elements;

    @Override
    protected final void run() {
        if (store == null) {
            throw new IllegalStateException("The store is not running; vsat:status shows the reason.");
        }
        run(store, element(), DatasetCompleter.named(dataset));
    }

    abstract void run(VsatStore from, String element, Dataset dataset);

    /** The elements that are running. */
    final List<ProvisioningElement> running() {
        return elements == null ? List.of() : elements;
    }

    private String element() {
        Set<String> names = running().stream().map(ProvisioningElement::name).collect(Collectors.toSet());
        return new ElementWithData(store.elements(), names).named(elementName);
    }
}
