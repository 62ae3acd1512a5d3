/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.parameters.command;

import io.vsatlink.api.element.Element;
import io.vsatlink.parameters.ElementChoice;
import java.util.List;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;

/**
 * The base class of all commands for one element: selects the element.
 *
 * @param <T> the kind of element
 */
public abstract class ElementCommand<T extends Element> extends TerminalCommand {
    @Option(name = "--element", description = "The element; required only if there are several")
    @Completion(ElementCompleter.class)
    private String elementName;

    @Override
    protected final void run() throws Exception {
        List<T> elements = elements();
        run(ElementChoice.among(elements == null ? List.of() : elements, elementName));
    }

    /** The existing elements; null for none, as the shell injects it. */
    protected abstract List<T> elements();

    /** @throws Exception if the command failed; the shell prints its message */
    protected abstract void run(T element) throws Exception;
}
