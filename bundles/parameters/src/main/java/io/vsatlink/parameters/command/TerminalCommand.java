/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.parameters.command;

import io.vsatlink.api.text.Printable;
import org.apache.karaf.shell.api.action.Action;

/**
 * The base class of commands that print to a terminal. Apart from {@link Table} it is the only class that does so:
 * control characters in texts of a vendor or another person are shown and not executed.
 */
public abstract class TerminalCommand implements Action {

    @Override
    public final Object execute() throws Exception {
        try {
            run();
            return null;
        } catch (Exception e) {
            // any, also a fault of ours: the shell prints the message of whatever ends a command, and it may quote a
            // vendor
            String message = String.valueOf(e.getMessage());
            String shown = Printable.lines(message);
            throw shown.equals(message) ? e : new IllegalStateException(shown, e);
        }
    }

    /** @throws Exception if the command failed; the shell prints its message */
    protected abstract void run() throws Exception;

    /** Prints a line. */
    protected static void say(Object line) {
        System.out.println(Printable.line(String.valueOf(line)));
    }

    /** Prints a text of several lines. */
    protected static void sayLines(String text) {
        System.out.println(Printable.lines(text).stripTrailing());
    }
}
