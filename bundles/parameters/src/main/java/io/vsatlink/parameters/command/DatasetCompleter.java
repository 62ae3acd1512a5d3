/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.parameters.command;

import io.vsatlink.api.dataset.Dataset;
import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;

/** Completes the names of datasets. */
@Service
public class DatasetCompleter implements Completer {

    @Override
    public int complete(Session session, CommandLine commandLine, List<String> candidates) {
        StringsCompleter names = new StringsCompleter();
        for (Dataset dataset : Dataset.values()) {
            names.getStrings().add(dataset.key());
        }
        return names.complete(session, commandLine, candidates);
    }

    /** @throws IllegalArgumentException if there is no such dataset; the message lists the existing names */
    public static Dataset named(String name) {
        return Dataset.named(name)
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no dataset " + name + "; known: " + Dataset.allowedNames()));
    }
}
