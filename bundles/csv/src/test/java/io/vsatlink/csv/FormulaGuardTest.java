/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.csv;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaGuardTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "=cmd|' /C calc'!A0",
                "@SUM(A1:A2)",
                "\t=1",
                "\tplain",
                "\r=1",
                "+",
                "-",
                "+A1",
                "-A1",
                "-2+3+cmd|' /C calc'!A0",
                "+1+1",
                "+1*2",
                "+SUM(1)",
                "- not known",
                "--",
                "-1-2",
                "+1 555 0100 or the other",
                "+1;2",
                "-5 dB",
                "+1\n=1",
                "+111111111111111111111111111111111111111111111",
            })
    void formulasGetAnApostrophe(String text) {
        assertThat(FormulaGuard.guard(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "plain",
                "a=1",
                " =1",
                "'=1",
                "1+1",
                "[=1]",
                "-5",
                "+5",
                "-23.5505",
                "-23,5505",
                "-.5",
                "-1.000,50",
                "+1.5e-10",
                "-12 %",
                "+41 1",
                "+36 (0) 41 979342",
                "+(41) 44 555 01 00",
                "+1-555-0100",
                "+49/30/123456",
                "+1.555.0100",
                "+1 555 0100 x12",
                "+1 555 0100 ext. 12",
                "+41\u00a044\u00a05550100",
            })
    void allElseStaysAsItIs(String text) {
        assertThat(FormulaGuard.guard(text)).isEqualTo(text);
    }

    @Test
    void nothingStaysNothing() {
        assertThat(FormulaGuard.guard(null)).isNull();
    }

    @Test
    void theLongestTextCostsNoStack() {
        assertThat(FormulaGuard.guard("+" + "1,".repeat(16_000))).startsWith("'+1,");
    }
}
