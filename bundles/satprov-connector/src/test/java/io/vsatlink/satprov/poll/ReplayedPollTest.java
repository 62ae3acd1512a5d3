/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.satprov.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.dataset.Row;
import io.vsatlink.api.element.PollStatus;
import io.vsatlink.remote.recording.HarFile;
import io.vsatlink.remote.recording.Recorder;
import io.vsatlink.remote.recording.SharedMemory;
import io.vsatlink.testkit.simulator.SimulatorProcess;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A poll that was recorded, replayed by the simulator: another poll of it gets the same rows. */
class ReplayedPollTest extends PollingElement {
    @TempDir
    Path folder;

    private SimulatorProcess replayed;

    @AfterEach
    void end() {
        if (replayed != null) {
            replayed.close();
        }
    }

    @Override
    int port() {
        return replayed == null ? super.port() : replayed.port();
    }

    private Map<Dataset, List<Row>> rows() {
        Map<Dataset, List<Row>> all = new EnumMap<>(Dataset.class);
        try (var snapshot = store.snapshot("uat")) {
            for (Dataset dataset : Dataset.values()) {
                try (var rows = snapshot.rows(dataset)) {
                    all.put(dataset, rows.toList());
                }
            }
        }
        return all;
    }

    private Path record() throws Exception {
        Recorder recorder = new Recorder(new SharedMemory(), Clock.systemUTC(), this::nanoTime);
        gate.observe(recorder);
        recorder.start(Recorder.USUAL);
        pollAll();
        Path har = folder.resolve("poll.har");
        try (OutputStream out = Files.newOutputStream(har)) {
            HarFile.write("Satprov uat", recorder.calls(), out);
        }
        return har;
    }

    @Test
    void aPollOfARecordedPollGetsTheSameRows() throws Exception {
        Path har = record();
        Map<Dataset, List<Row>> before = rows();
        assertThat(before.get(Dataset.CIRCUITS)).hasSize(300);

        replayed = SimulatorProcess.start("--replay", har.toString());
        queue = element("another password, as nobody checks it", true);
        gate.attempt();
        queue.allow();
        for (Dataset dataset : Dataset.values()) {
            assertThat(queue.poll(dataset)).as(dataset.key()).isTrue();
        }
        runAll();

        assertThat(queue.status()).allSatisfy(row -> {
            assertThat(row.status()).as(row.reason()).isEqualTo(PollStatus.SUCCEEDED);
            assertThat(row.reason()).contains("0 added, 0 changed, 0 removed");
        });
        assertThat(rows()).isEqualTo(before);
    }
}
