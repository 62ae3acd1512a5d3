/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.faults.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathPatternTest {
    @ParameterizedTest
    @CsvSource({
        "*,circuits,true",
        "*,etms/tickets/E1/activities,true",
        "circuits,circuits,true",
        "circuits,circuit,false",
        "etms/tickets,etms/tickets/E1,false",
        "etms/tickets/*,etms/tickets/E1,true",
        "etms/tickets/*,etms/tickets,false",
        "etms/tickets/*,etms/tickets/E1/activities,false",
        "etms/tickets/*/activities,etms/tickets/E1/activities,true",
        "etms/**,etms/tickets/E1,true",
        "etms/**,circuits,false"
    })
    void aStarStandsForOnePart(String pattern, String path, boolean matches) {
        assertThat(PathPattern.of(pattern).matches(path)).isEqualTo(matches);
    }
}
