/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.ticketing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The schema that checks what we send must detect errors. */
class TmfSchemaTest {
    private static final String DEFINITION = "TroubleTicket_Create";
    private static final Map<String, Object> RIGHT = Map.of(
            "description",
            "down",
            "severity",
            "Critical",
            "ticketType",
            "Outage",
            "creationDate",
            "2026-11-25T10:00:00Z");

    @Test
    void aCorrectTicketIsAccepted() throws Exception {
        assertThat(TmfSchema.used().mistakes(DEFINITION, TmfPlatform.json(RIGHT)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "severity, 1",
        "severity, Dreadful",
        "creationDate, yesterday",
        "descripton, a name that is none",
    })
    void aWrongValueOrNameIsFound(String name, String value) throws Exception {
        Map<String, Object> wrong = new HashMap<>(RIGHT);
        wrong.put(name, value);
        assertThat(TmfSchema.used().mistakes(DEFINITION, TmfPlatform.json(wrong)))
                .singleElement()
                .asString()
                .contains(name);
    }

    @Test
    void missingFieldsAndAWrongTypeAreFound() throws Exception {
        assertThat(TmfSchema.used().mistakes(DEFINITION, TmfPlatform.json(Map.of("description", 1))))
                .hasSize(3);
    }
}
