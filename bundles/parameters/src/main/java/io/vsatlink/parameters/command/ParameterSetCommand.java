/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.parameters.command;

import io.vsatlink.parameters.BadValueException;
import io.vsatlink.parameters.Look;
import io.vsatlink.parameters.Parameter;
import io.vsatlink.parameters.ParameterPage;
import io.vsatlink.parameters.ReadingException;
import io.vsatlink.parameters.command.Pages.Place;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;

@Service
@Command(scope = "vsat", name = "parameter-set", description = "Set a setting; it takes effect at once and is kept")
public class ParameterSetCommand extends PageCommand {
    @Argument(index = 0, name = "parameter", description = "For instance circuits.interval", required = true)
    @Completion(SettingCompleter.class)
    private String key;

    @Argument(
            index = 1,
            name = "value",
            description = "The value; if omitted, you are asked for it, without echo for a secret")
    @Completion(ValueCompleter.class)
    private String value;

    @Reference
    private Session session;

    @Override
    void run(Pages pages) throws BadValueException, IOException, ReadingException {
        Place place = pages.parameter(key);
        Parameter parameter = place.parameter();
        if (parameter.secret()) {
            // the shell names the thread after the complete line, and each log line contains the name of its thread
            Thread.currentThread().setName("vsat:parameter-set");
        }
        if (value == null && parameter.writable()) {
            value = session.readLine(parameter.key() + ": ", parameter.secret() ? '*' : null);
        }
        ParameterPage page = place.page();
        Set<String> before = secrets(page);
        page.set(parameter, value == null ? "" : value);
        say(parameter.key() + " = " + page.value(parameter, new Look()));
        before.removeAll(secrets(page));
        before.remove(parameter.key());
        if (!before.isEmpty()) {
            say("Deleted, because " + parameter.key() + " decides where it is sent: " + String.join(", ", before)
                    + ". Set it again.");
        }
    }

    /** The keys of the secrets that are set. */
    private static Set<String> secrets(ParameterPage page) throws ReadingException {
        Set<String> set = new TreeSet<>();
        Look look = new Look();
        for (Parameter each : page.parameters()) {
            if (each.secret() && !page.value(each, look).equals("")) {
                set.add(each.key());
            }
        }
        return set;
    }
}
