/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.parameters.command;

import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;

/** Completes the types of elements, of every installed connector. */
@Service
public class TypeCompleter extends PageCompleter {

    @Override
    Stream<String> words(Pages pages, CommandLine commandLine) {
        return pages.stream().map(page -> page.title().type()).distinct();
    }
}
