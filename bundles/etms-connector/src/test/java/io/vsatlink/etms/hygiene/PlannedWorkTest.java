/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.hygiene;

import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.dataset.Row;
import io.vsatlink.api.store.GenerationWriter;
import io.vsatlink.api.ticket.RequestState;
import io.vsatlink.api.ticket.TicketRequest;
import io.vsatlink.etms.Rig;
import io.vsatlink.etms.planned.PlannedWork;
import io.vsatlink.testkit.MovableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** New tickets during planned work; the simulator's records show what arrived. */
class PlannedWorkTest {
    private static final String HEADER = "circuitId,locationId,customerNumber,nms,start,end,summary\n";

    @TempDir
    private Path folder;

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-29T12:00:00Z"));
    private final Rig rig = new Rig(clock, "--tickets", "0");

    @BeforeEach
    void circuit() {
        Map<String, Object> values =
                Map.of("circuitId", "CIR-1", "customerNumber", "C-1", "locationId", "L-1", "nms", "HUB-1");
        Row row = new Row(
                Dataset.CIRCUITS,
                Arrays.asList(Dataset.CIRCUITS.columns().stream()
                        .map(column -> values.get(column.name()))
                        .toArray()),
                null);
        try (GenerationWriter writer = rig.store.open("uat", Dataset.CIRCUITS)) {
            writer.write(List.of(row));
            writer.publish();
        }
    }

    @AfterEach
    void stop() throws Exception {
        rig.close();
    }

    @Test
    void aTicketWaitsForTheEndOfAllWindowsThatFollowEachOther() throws IOException {
        write("a.csv", ",,,HUB-1,2026-11-29T11:00Z,2026-11-29T13:00Z,Amplifier\n");
        write("b.csv", ",L-1,C-1,,2026-11-29T12:30Z,2026-11-29T14:00Z,Power\n");
        Rig.Part backend = backend();
        long submit = waiting(backend);
        assertThat(rig.entry(submit).lastError())
                .startsWith("not sent before ")
                .endsWith(" (planned work: Power); a closing until then takes it back");
        clock.advance(Duration.ofMinutes(119));
        rig.outbox.reconsider(rig.system());
        rig.await(() -> rig.entry(submit).postponed() && rig.entry(submit).attempts() == 0, backend);
        assertThat(rig.books("writes")).isEmpty();
        clock.advance(Duration.ofMinutes(1));
        rig.outbox.reconsider(rig.system());
        rig.deliverAll(backend);
        assertThat(rig.books("writes")).hasSize(1);
    }

    @Test
    void aClosingDuringPlannedWorkTakesBothBack() throws IOException {
        write("a.csv", "CIR-1,,,,2026-11-29T11:00Z,2026-11-29T13:00Z,Amplifier\n");
        Rig.Part backend = backend();
        long submit = waiting(backend);
        rig.accept(TicketRequest.close("EXT-1", "up again", "", "service"));
        rig.deliverAll(backend);
        assertThat(rig.counts()).extracting("delivered", "discarded").containsExactly(0L, 2L);
        assertThat(rig.entry(submit).lastError()).endsWith(", before it was sent (planned work: Amplifier)");
    }

    @Test
    void windowsOfOthersAndOfOtherTimesHoldNobodyUp() throws IOException {
        write(
                "a.csv",
                """
                CIR-10,,,,2026-11-29T11:00Z,2026-11-29T13:00Z,x
                ,,C-1,HUB-2,2026-11-29T11:00Z,2026-11-29T13:00Z,x
                CIR-1,,,,2026-11-29T11:00Z,2026-11-29T12:00Z,x
                CIR-1,,,,2026-11-29T12:01Z,2026-11-29T13:00Z,x
                """);
        rig.submit("EXT-1");
        rig.deliverAll(backend());
        assertThat(rig.books("writes")).hasSize(1);
    }

    @Test
    void anUnnamedFileReleasesWhatWaits() throws IOException {
        write("a.csv", "CIR-1,,,,2026-11-29T11:00Z,2026-12-29T13:00Z,Amplifier\n");
        Rig.Part backend = backend();
        long submit = waiting(backend);
        backend.close();
        rig.await(() -> rig.entry(submit).state() == RequestState.DELIVERED, rig.backend("backend"));
    }

    @Test
    void aMistakeIsReportedAndKeepsTheWindows() throws IOException {
        PlannedWork planned = new PlannedWork();
        write("a.csv", "CIR-1,,,,2026-11-29T11:00Z,2026-11-29T13:00Z,Amplifier\n");
        planned.use(folder.toString());
        assertThat(planned.problem()).isEmpty();
        write("a.csv", "CIR-1,,,,tomorrow,2026-11-29T13:00Z,Amplifier\n");
        assertThat(planned.problem())
                .startsWith("plannedWork: line 2 of a.csv: \"tomorrow\" is not a time")
                .endsWith("; the windows read before stay in force");
        assertThat(planned.at(clock.instant(), Map.of("circuitId", "CIR-1"))).isPresent();
        Files.delete(folder.resolve("a.csv"));
        assertThat(planned.problem()).isEmpty();
        assertThat(planned.any()).isFalse();
        planned.use(folder.resolve("none.csv").toString());
        assertThat(planned.problem()).contains("none.csv cannot be read");
        planned.use("");
        assertThat(planned.problem()).isEmpty();
    }

    private void write(String name, String lines) throws IOException {
        Files.writeString(folder.resolve(name), HEADER + lines);
    }

    private Rig.Part backend() {
        Map<String, String> settings = Map.of("elementType", "Backend", "plannedWork", folder.toString());
        return rig.part("backend", settings, List.of());
    }

    private long waiting(Rig.Part backend) {
        long submit = rig.submit("EXT-1");
        rig.await(() -> rig.entry(submit).postponed() && rig.entry(submit).attempts() == 0, backend);
        return submit;
    }
}
