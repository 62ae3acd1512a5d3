/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.memory;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.management.JMException;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;

/** Observes the heap of another JVM after its collections, and its resident memory. */
final class HeapWatch {
    private static final long MEGABYTE = 1 << 20;

    private final List<MemoryPoolMXBean> pools = new ArrayList<>();
    private final long pid;
    private long peak;

    HeapWatch(MBeanServerConnection jmx, long pid) throws IOException, JMException {
        this.pid = pid;
        ObjectName all = ObjectName.getInstance(ManagementFactory.MEMORY_POOL_MXBEAN_DOMAIN_TYPE + ",*");
        for (ObjectName name : jmx.queryNames(all, null)) {
            MemoryPoolMXBean pool =
                    ManagementFactory.newPlatformMXBeanProxy(jmx, name.toString(), MemoryPoolMXBean.class);
            if (pool.getType() == MemoryType.HEAP) {
                pools.add(pool);
            }
        }
    }

    /** Reads the heap usage after the last collections. */
    void look() {
        long used = 0;
        for (MemoryPoolMXBean pool : pools) {
            MemoryUsage left = pool.getCollectionUsage();
            used += left == null ? 0 : left.getUsed();
        }
        peak = Math.max(peak, used);
    }

    /** Returns the largest value since the last call, in megabytes, and resets it. */
    long takePeak() {
        long megabytes = peak / MEGABYTE;
        peak = 0;
        return megabytes;
    }

    /** The peak resident memory of the process, in megabytes. */
    long residentPeak() throws IOException {
        String line = Files.readAllLines(Path.of("/proc", String.valueOf(pid), "status")).stream()
                .filter(each -> each.startsWith("VmHWM:"))
                .findFirst()
                .orElseThrow();
        return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
    }
}
