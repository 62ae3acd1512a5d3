/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.parameters.command;

import io.vsatlink.api.text.Printable;
import org.apache.karaf.shell.api.action.Action;

/**
 * A command whose words reach a terminal, together with {@link Table} the one place where ours do: what a vendor or anybody
 * else wrote is shown there, and not obeyed.
 */
public abstract class TerminalCommand implements Action {

    @Override
    public final Object execute() throws Exception {
        try {
            run();
            return null;
        } catch (Exception e) {
            // the outermost run of a command: the shell prints the message
            String message = String.valueOf(e.getMessage());
            String shown = Printable.lines(message);
            throw shown.equals(message) ? e : new IllegalStateException(shown, e);
        }
    }

    /** @throws Exception whose message is what the shell prints, where what was asked for failed */
    protected abstract void run() throws Exception;

    /** Prints a line. */
    protected static void say(Object line) {
        System.out.println(Printable.line(String.valueOf(line)));
    }

    /** Prints a text that has lines of its own. */
    protected static void sayLines(String text) {
        System.out.println(Printable.lines(text).stripTrailing());
    }
}
