/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.parameters.command;

import io.vsatlink.parameters.Parameter;
import io.vsatlink.parameters.command.Pages.Place;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;

/** Completes the keys of settings. */
@Service
public class SettingCompleter extends PageCompleter {

    @Override
    Stream<String> words(Pages pages, CommandLine commandLine) {
        return pages.parameters()
                .map(Place::parameter)
                .filter(Parameter::writable)
                .map(Parameter::key);
    }
}
