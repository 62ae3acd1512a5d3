package io.vsatlink.itests.parameters;

import static org.junit.Assert.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.Test;

/** Run with {@code -Dvsatlink.write=true} it writes the page anew. */
public class ParameterReferenceTest {
    private static final Path PAGE = Path.of("..", "docs", "reference", "parameters.md");

    @Test
    public void thePageOfAllParametersIsWhatTheCodeDefines() throws Exception {
        if (Boolean.getBoolean("vsatlink.write")) {
            Files.writeString(PAGE, ParameterReference.text());
        }
        assertEquals(
                "docs/reference/parameters.md is stale; CONTRIBUTING.md says how it is written anew",
                ParameterReference.text(),
                Files.readString(PAGE));
    }
}
