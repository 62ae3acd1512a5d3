/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.parameters.command;

import java.util.List;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.osgi.framework.BundleContext;

/** Completes words from the existing pages. */
abstract class PageCompleter implements Completer {
    @Reference
    private BundleContext bundle;

    @Override
    public final int complete(Session session, CommandLine commandLine, List<String> candidates) {
        StringsCompleter words = new StringsCompleter(false);
        words(Pages.of(bundle), commandLine).forEach(words.getStrings()::add);
        return words.complete(session, commandLine, candidates);
    }

    abstract Stream<String> words(Pages pages, CommandLine commandLine);
}
