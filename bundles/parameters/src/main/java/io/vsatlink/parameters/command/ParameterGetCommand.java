/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.parameters.command;

import io.vsatlink.parameters.Look;
import io.vsatlink.parameters.Parameter;
import io.vsatlink.parameters.ReadingException;
import io.vsatlink.parameters.Rows;
import io.vsatlink.parameters.command.Pages.Place;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;

@Service
@Command(scope = "vsat", name = "parameter-get", description = "Show the value of one setting or reading")
public class ParameterGetCommand extends PageCommand {
    @Argument(name = "parameter", description = "For instance circuits.interval", required = true)
    @Completion(ParameterCompleter.class)
    private String key;

    @Option(name = "--describe", description = "Also show its description and allowed values")
    private boolean describe;

    @Override
    void run(Pages pages) throws ReadingException {
        Place place = pages.parameter(key);
        Object value = place.page().value(place.parameter(), Look.at(Stream.of(place.parameter())));
        if (value instanceof Rows<?> rows) {
            rows.shown().forEach(TerminalCommand::say);
            if (rows.total() > rows.shown().size()) {
                say(rows.shown().size() + " of " + rows.total() + " rows");
            }
        } else {
            sayLines(value == null ? "" : value.toString());
        }
        if (describe) {
            describe(place.parameter());
        }
    }

    private static void describe(Parameter parameter) {
        say(parameter.description() + ".");
        line("unit", parameter.unit());
        line("allowed is", parameter.allowed());
        line("default", parameter.defaultValue());
        say(parameter.writable() ? "can be set" : "read-only");
    }

    private static void line(String name, String value) {
        if (!value.isEmpty()) {
            say(name + " " + value);
        }
    }
}
