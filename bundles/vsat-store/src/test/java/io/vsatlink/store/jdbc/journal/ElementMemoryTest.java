/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.api.store.ElementMemory;
import io.vsatlink.store.dialect.EmbeddedDerby;
import io.vsatlink.store.jdbc.JdbcVsatStore;
import io.vsatlink.store.jdbc.table.LongTextTable;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ElementMemoryTest {
    @Test
    void factsOfAnyLengthAreReadCompletelyOneByOneAndTogether(@TempDir Path folder) {
        String longest = IntStream.range(0, 20_000).mapToObj(i -> i + " ").collect(Collectors.joining());
        String fitting = longest.substring(0, LongTextTable.MOST);
        try (JdbcVsatStore store = JdbcVsatStore.open(EmbeddedDerby.open(folder.resolve("db")), Clock.systemUTC())) {
            ElementMemory memory = store.memory();
            memory.remember("uat", "link.1", longest);
            memory.remember("uat", "link.2", fitting);
            memory.remember("uat", "link.3", "short");
            memory.remember("uat", "other", longest);
            memory.remember("live", "link.1", "another element's");
            assertThat(memory.recall("uat", "link.1")).contains(longest);
            assertThat(memory.recallAll("uat", "link."))
                    .isEqualTo(Map.of("link.1", longest, "link.2", fitting, "link.3", "short"));
        }
    }
}
