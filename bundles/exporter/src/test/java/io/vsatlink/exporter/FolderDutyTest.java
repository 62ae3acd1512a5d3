/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.exporter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vsatlink.api.duty.Duty;
import io.vsatlink.api.duty.DutyKind;
import io.vsatlink.api.duty.MemoryDuties;
import io.vsatlink.api.store.StoreException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A folder that several containers export to is written by one at a time. */
class FolderDutyTest {
    private static final Path FOLDER = Path.of("/srv/export");

    private final MemoryDuties duties = new MemoryDuties("noc-1");
    private final MemoryDuties others = duties.other("noc-2");

    @Test
    void anExportWaitsForThatOfAnotherContainer() throws Exception {
        FolderDuty theirs = FolderDuty.take(others, FOLDER);
        CompletableFuture<FolderDuty> waiting = CompletableFuture.supplyAsync(() -> FolderDuty.take(duties, FOLDER));
        assertThat(waiting).isNotDone();
        FolderDuty.take(duties, Path.of("/srv/other")).close();
        theirs.close();
        FolderDuty ours = waiting.get(20, TimeUnit.SECONDS);
        ours.requireOurs();
    }

    @Test
    void anExportThatLostItsFolderIsRefusedWithTheNameOfTheOtherContainer() {
        FolderDuty ours = FolderDuty.take(duties, FOLDER);
        ours.requireOurs();
        Duty theirs = others.apply(DutyKind.EXPORT, FOLDER.toString(), () -> {});
        duties.end();
        assertThat(theirs.ours()).isTrue();
        assertThatThrownBy(ours::requireOurs)
                .isInstanceOf(StoreException.class)
                .hasMessage("noc-2 exports to this folder");
    }
}
