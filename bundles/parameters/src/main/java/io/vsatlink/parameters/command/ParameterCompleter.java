/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.parameters.command;

import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;

/** Completes the keys of settings and readings. */
@Service
public class ParameterCompleter extends PageCompleter {

    @Override
    Stream<String> words(Pages pages, CommandLine commandLine) {
        return pages.parameters().map(place -> place.parameter().key());
    }
}
