/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.parameters.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TerminalCommandTest {
    /** Clears the screen, sets the window title and moves up a line. */
    private static final String EVIL = "\u001b[2J\u001b]0;owned\u0007\u009bA";

    private static final String SHOWN = "\\u001b[2J\\u001b]0;owned\\u0007\\u009bA";

    private interface Work {
        void run() throws Exception;
    }

    private static final class Telling extends TerminalCommand {
        private final Work work;

        Telling(Work work) {
            this.work = work;
        }

        @Override
        protected void run() throws Exception {
            work.run();
        }
    }

    @Test
    void escapesControlCharactersInPrintedTexts() throws Exception {
        String printed = printed(() -> {
            TerminalCommand.say("name " + EVIL + "\nforged line");
            TerminalCommand.sayLines("one " + EVIL + "\r\ntwo\n");
        });
        assertThat(printed.lines()).containsExactly("name " + SHOWN + "\\nforged line", "one " + SHOWN, "two");
    }

    @Test
    void eachRowOfATableIsOneLine() throws Exception {
        String printed = printed(() -> {
            Table table = new Table("Name" + EVIL).numbers("Rows").orElse("There is none.");
            table.row("a" + EVIL + "\nb", 7);
            table.row(Arrays.asList(null, ""));
            table.print();
        });
        assertThat(printed).contains("a" + SHOWN + "\\nb").doesNotContain("\u001b]0;owned", "\u001b[2J", "\u0007");
        assertThat(printed.lines().filter(line -> line.contains("a" + SHOWN))).hasSize(1);
    }

    @Test
    void escapesControlCharactersInErrorMessages() {
        assertThatThrownBy(() -> new Telling(() -> {
                            throw new IllegalArgumentException("bad " + EVIL + "\nnext");
                        })
                        .execute())
                .hasMessage("bad " + SHOWN + "\nnext")
                .hasCauseInstanceOf(IllegalArgumentException.class);
        IllegalArgumentException plain = new IllegalArgumentException("plain");
        assertThatThrownBy(() -> new Telling(() -> {
                            throw plain;
                        })
                        .execute())
                .isSameAs(plain);
    }

    private static String printed(Work work) throws Exception {
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            new Telling(work).execute();
        } finally {
            System.setOut(before);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }
}
