/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.parameters.command;

import io.vsatlink.parameters.command.Pages.Place;
import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;

/** Completes the allowed values of the preceding setting. */
@Service
public class ValueCompleter extends PageCompleter {

    @Override
    Stream<String> words(Pages pages, CommandLine commandLine) {
        String[] typed = commandLine.getArguments();
        return pages.parameters()
                .map(Place::parameter)
                .filter(parameter -> Arrays.stream(typed).anyMatch(parameter.key()::equalsIgnoreCase))
                .flatMap(parameter -> parameter.legalValues().stream());
    }
}
