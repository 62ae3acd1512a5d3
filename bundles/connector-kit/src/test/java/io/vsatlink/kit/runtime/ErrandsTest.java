/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.kit.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.api.store.MemoryVsatStore;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ErrandsTest {
    private final MemoryVsatStore database = new MemoryVsatStore();
    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1);
    private final Errands asked = new Errands(database, "satprov", "uat", now::get);
    private final Errands done = new Errands(database, "satprov", "uat", now::get);
    private final Errands others = new Errands(database, "etms", "uat", now::get);

    @Test
    void whatIsLeftIsTakenOnceByWhomItIsFor() {
        asked.leave("poll circuits");
        asked.leave("poll circuits");
        asked.leave("login");
        now.addAndGet(Duration.ofSeconds(3).toNanos());
        assertThat(others.take()).isEmpty();
        assertThat(done.take()).containsExactly("login", "poll circuits");
        now.addAndGet(Duration.ofSeconds(3).toNanos());
        assertThat(done.take()).isEmpty();
        asked.leave("login");
        now.addAndGet(Duration.ofSeconds(3).toNanos());
        assertThat(done.take()).containsExactly("login");
    }

    @Test
    void theDatabaseIsNotAskedWithEveryTick() {
        asked.leave("login");
        assertThat(done.take()).isEmpty();
        now.addAndGet(Duration.ofSeconds(2).toNanos());
        assertThat(done.take()).containsExactly("login");
    }
}
