/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.parameters;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** {@code -Dvsatlink.write=true} rewrites the page. */
class ParameterReferenceTest {
    private static final Path PAGE = Path.of("..", "docs", "reference", "parameters.md");

    @Test
    void thePageOfAllParametersIsWhatTheCodeDefines() throws Exception {
        if (Boolean.getBoolean("vsatlink.write")) {
            Files.writeString(PAGE, ParameterReference.text());
        }
        assertEquals(
                ParameterReference.text(),
                Files.readString(PAGE),
                "docs/reference/parameters.md is stale; CONTRIBUTING.md says how it is written anew");
    }
}
