/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.api.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintableTest {

    @Test
    void whatATerminalWouldObeyIsWrittenOut() {
        assertThat(Printable.line("\u001b[2J\u001b]0;owned\u0007")).isEqualTo("\\u001b[2J\\u001b]0;owned\\u0007");
        assertThat(Printable.line("a\u009b31mb\u007fc\0")).isEqualTo("a\\u009b31mb\\u007fc\\u0000");
        assertThat(Printable.line("over\r\nand\tout\b")).isEqualTo("over\\r\\nand\\tout\\u0008");
    }

    @Test
    void whatWouldForgeALineOrTurnTheDirectionIsWrittenOut() {
        assertThat(Printable.line("a\u2028b\u2029c\u0085d")).isEqualTo("a\\u2028b\\u2029c\\u0085d");
        assertThat(Printable.line("safe\u202egpj.exe\u202c \u2066x\u2069 \u200e\u200f\u061c"))
                .isEqualTo("safe\\u202egpj.exe\\u202c \\u2066x\\u2069 \\u200e\\u200f\\u061c");
    }

    @Test
    void halvesOfPairsAreWrittenOutAndWholePairsStay() {
        assertThat(Printable.line("a\ud83db \ud83d\ude80 \ude80")).isEqualTo("a\\ud83db \ud83d\ude80 \\ude80");
    }

    @Test
    void whatPeopleWriteStays() {
        String text = "Tünde Tóth, São Paulo, Ελλάδα, مرحبا, نمی‌خواهم, 日本, \u00a0\u00ad C:\\new $1 \\u001b";
        assertThat(Printable.line(text)).isSameAs(text);
        assertThat(Printable.line("")).isEmpty();
    }

    @Test
    void severalLinesStaySeveralLines() {
        assertThat(Printable.lines("one\r\ntwo\n\u001b[1mthree\r")).isEqualTo("one\ntwo\n\\u001b[1mthree\\r");
    }

    /** Every character that there is: what comes out has none that is obeyed. */
    @Test
    void noCharacterOfAllIsObeyed() {
        for (int point = 0; point <= Character.MAX_CODE_POINT; point++) {
            String shown = Printable.line("a" + Character.toString(point) + "b");
            assertThat(shown.codePoints()
                            .noneMatch(each -> Character.isISOControl(each)
                                    || Character.getType(each) == Character.SURROGATE
                                    || Character.getType(each) == Character.LINE_SEPARATOR
                                    || Character.getType(each) == Character.PARAGRAPH_SEPARATOR))
                    .as("U+%04X", point)
                    .isTrue();
        }
    }
}
