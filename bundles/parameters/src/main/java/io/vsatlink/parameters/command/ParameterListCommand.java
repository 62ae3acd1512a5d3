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
import java.util.List;
import java.util.Locale;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;

@Service
@Command(scope = "vsat", name = "parameter-list", description = "Show settings and readings with their values")
public class ParameterListCommand extends PageCommand {
    @Argument(name = "part", description = "Only parameters whose name contains this text")
    @Completion(ParameterCompleter.class)
    private String part = "";

    @Option(name = "--settings", description = "Only settings")
    private boolean settings;

    @Override
    void run(Pages pages) {
        Table table = new Table("Element", "Parameter", "Value", "Unit", "Set").orElse("No such parameter.");
        List<Place> chosen = pages.parameters().filter(this::isChosen).toList();
        Look look = new Look();
        for (Place place : chosen) {
            Parameter parameter = place.parameter();
            table.row(
                    place.element(),
                    parameter.key(),
                    text(place, look),
                    parameter.unit(),
                    parameter.writable() ? "yes" : "");
        }
        table.print();
    }

    private boolean isChosen(Place place) {
        String key = place.parameter().key().toLowerCase(Locale.ROOT);
        return key.contains(part.toLowerCase(Locale.ROOT)) && (place.parameter().writable() || !settings);
    }

    /** A reading that can't be read, for instance because its database is unavailable, must not hide the others. */
    private static String text(Place place, Look look) {
        try {
            Object value = place.page().value(place.parameter(), look);
            if (value instanceof Rows<?> rows) {
                return rows.shown().size() + " rows";
            }
            return value == null ? "" : value.toString();
        } catch (ReadingException e) {
            return "(" + e.getMessage() + ")";
        }
    }
}
