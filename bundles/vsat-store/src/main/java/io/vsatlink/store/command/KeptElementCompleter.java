/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.command;

import io.vsatlink.api.store.StoreException;
import io.vsatlink.store.ElementRemover;
import java.util.List;
import java.util.Set;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;

/** Completes the names of elements that have stored data. */
@Service
public class KeptElementCompleter implements Completer {
    @Reference(optional = true)
    private ElementRemover remover;

    @Override
    public int complete(Session session, CommandLine commandLine, List<String> candidates) {
        StringsCompleter words = new StringsCompleter(true);
        words.getStrings().addAll(kept());
        return words.complete(session, commandLine, candidates);
    }

    private Set<String> kept() {
        try {
            return remover == null ? Set.of() : remover.kept();
        } catch (StoreException e) {
            // the command itself reports the reason
            return Set.of();
        }
    }
}
