/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * The resources that a process used.
 *
 * @param residentBytes peak resident memory from its start to the end of the measurement
 * @param liveHeapBytes the largest live heap after a collection; 0 if not measured
 */
public record Measured(double seconds, double cpuSeconds, long residentBytes, long liveHeapBytes) {

    Measured withLiveHeap(long bytes) {
        return new Measured(seconds, cpuSeconds, residentBytes, bytes);
    }

    /** @param seconds of CPU that other processes used for the same work */
    Measured withCpuOfOthers(double seconds) {
        return new Measured(this.seconds, cpuSeconds + seconds, residentBytes, liveHeapBytes);
    }

    /** The format that {@link #parse} reads. */
    public String line() {
        return "measured " + seconds + " " + cpuSeconds + " " + residentBytes + " " + liveHeapBytes;
    }

    static Measured parse(String line) {
        String[] words = line.split(" ", -1);
        return new Measured(
                Double.parseDouble(words[1]),
                Double.parseDouble(words[2]),
                Long.parseLong(words[3]),
                Long.parseLong(words[4]));
    }

    /** From Linux's process information; 0 on other systems. */
    public static long peakResident(long pid) throws IOException {
        Path status = Path.of("/proc", String.valueOf(pid), "status");
        if (Files.notExists(status)) {
            return 0;
        }
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                    .findFirst()
                    .orElse(0);
        }
    }
}
