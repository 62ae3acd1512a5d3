/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.kit.recording;

import io.vsatlink.api.recording.CallRecording;
import io.vsatlink.api.recording.RecordedCall;
import io.vsatlink.api.text.Counted;
import io.vsatlink.parameters.AuditLog;
import io.vsatlink.parameters.Durations;
import io.vsatlink.parameters.Operation;
import io.vsatlink.parameters.OperationSet;
import io.vsatlink.parameters.ReadingSet;
import io.vsatlink.parameters.Shown;
import io.vsatlink.remote.recording.CallObserver;
import io.vsatlink.remote.recording.HarFile;
import io.vsatlink.remote.recording.Recorder;
import io.vsatlink.remote.recording.SharedMemory;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The recording of one element's calls: by whom it was switched is in the audit log. Thread-safe. */
public final class ElementRecording implements CallRecording {
    private final String type;
    private final String name;
    private final Recorder recorder;

    public ElementRecording(String type, String name, SharedMemory memory) {
        this.type = type;
        this.name = name;
        this.recorder = new Recorder(memory, Clock.systemUTC(), System::nanoTime);
    }

    /** Sees the calls. */
    public CallObserver observer() {
        return recorder;
    }

    /** Ends it in time; to be called now and then. */
    public void look() {
        recorder.look();
    }

    /** The element ends. */
    public void forget() {
        recorder.forget();
    }

    public ReadingSet readings() {
        return ReadingSet.of(RecordingReadings.class, this::now);
    }

    private RecordingReadings now() {
        return new RecordingReadings(until().orElse(null), calls().size());
    }

    public OperationSet operations() {
        return OperationSet.of(ElementRecording.class, this);
    }

    @Override
    public String type() {
        return type;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Optional<Instant> until() {
        return recorder.until();
    }

    @Override
    public List<RecordedCall> calls() {
        return recorder.calls();
    }

    @Override
    @Operation("Records the calls to the vendor for a time, at most 1h; without a duration for 10m. Secrets are masked,"
            + " data of customers is not")
    public String record(String duration) {
        audit("record " + duration);
        Duration time = duration == null || duration.isBlank() ? Recorder.USUAL : Durations.parse(duration);
        return "Calls are recorded until " + Shown.time(recorder.start(time)) + ".";
    }

    @Override
    @Operation("Ends the recording of calls; they are kept for an hour")
    public String stopRecording() {
        audit("stopRecording");
        boolean was = until().isPresent();
        recorder.stop();
        return was
                ? "The recording has ended; it has " + Counted.of(calls().size(), "call") + "."
                : "No calls are being recorded.";
    }

    @Override
    public void writeHar(List<RecordedCall> calls, OutputStream out) throws IOException {
        audit("HAR of " + Counted.of(calls.size(), "recorded call"));
        HarFile.write(type + " " + name, calls, out);
    }

    private void audit(String operation) {
        AuditLog.operation(type + " " + name, operation);
    }
}
