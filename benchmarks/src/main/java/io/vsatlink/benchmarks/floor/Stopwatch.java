/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.benchmarks.floor;

import com.sun.management.OperatingSystemMXBean;
import io.vsatlink.benchmarks.Measured;
import java.io.IOException;
import java.lang.management.ManagementFactory;

/** Starts when created; reports the time to the parent process on standard output. */
final class Stopwatch {
    private final OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private final long cpu = system.getProcessCpuTime();
    private final long wall = System.nanoTime();

    void stop() throws IOException {
        stop(System.nanoTime() - wall);
    }

    /** @param nanos measured by other means */
    void stop(long nanos) throws IOException {
        System.out.println(new Measured(
                        nanos / 1e9,
                        (system.getProcessCpuTime() - cpu) / 1e9,
                        Measured.peakResident(ProcessHandle.current().pid()),
                        0)
                .line());
    }
}
