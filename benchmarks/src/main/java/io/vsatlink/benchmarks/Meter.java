/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.MemoryPoolMXBean;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.management.MBeanServerConnection;

/** Measures the resources of another JVM while it works. */
record Meter(MBeanServerConnection jmx, long pid) {
    private static final long LOOK_MILLIS = 500;

    interface Work {
        void run() throws Exception;
    }

    Measured measure(Work work) throws Exception {
        OperatingSystemMXBean system = ManagementFactory.newPlatformMXBeanProxy(
                jmx, ManagementFactory.OPERATING_SYSTEM_MXBEAN_NAME, OperatingSystemMXBean.class);
        long cpu = system.getProcessCpuTime();
        long wall = System.nanoTime();
        work.run();
        double seconds = (System.nanoTime() - wall) / 1e9;
        return new Measured(seconds, (system.getProcessCpuTime() - cpu) / 1e9, Measured.peakResident(pid), 0);
    }

    /**
     * The largest live heap at any moment of the work, in bytes. Measuring takes time, so the duration of the work is
     * meaningless then.
     */
    long liveHeap(Work work) throws Exception {
        ExecutorService working = Executors.newSingleThreadExecutor();
        try {
            Future<?> done = working.submit(() -> {
                work.run();
                return null;
            });
            long most = liveHeap();
            while (!endsWithin(done, LOOK_MILLIS)) {
                most = Math.max(most, liveHeap());
            }
            return most;
        } finally {
            working.shutdown();
        }
    }

    /** The current live heap: what a full collection leaves in the old generation. */
    private long liveHeap() throws IOException {
        ManagementFactory.getPlatformMXBean(jmx, MemoryMXBean.class).gc();
        // not the current usage: the running work allocates megabytes before it could be read
        return ManagementFactory.getPlatformMXBeans(jmx, MemoryPoolMXBean.class).stream()
                .filter(pool -> pool.getName().endsWith("Old Gen"))
                .mapToLong(pool -> pool.getCollectionUsage().getUsed())
                .sum();
    }

    private static boolean endsWithin(Future<?> work, long millis) throws Exception {
        try {
            work.get(millis, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        }
    }
}
