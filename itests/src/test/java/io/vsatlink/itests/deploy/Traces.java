/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.deploy;

import io.vsatlink.testkit.Await;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;

/** Traces of the product in a host's JVM. */
record Traces(MBeanServerConnection jmx, long pid) {
    private static final List<String> THREADS = List.of("vsatlink-", "satellite-provisioning-", "ETMS-", "derby.");

    void awaitNone() throws Exception {
        Set<String> left = new TreeSet<>();
        try {
            Await.until("nothing is left", () -> {
                left.clear();
                left.addAll(all());
                return left.isEmpty();
            });
        } catch (AssertionError e) {
            throw new AssertionError("left behind: " + left, e);
        }
    }

    /** MBeans, services, threads, open files and live objects, each described in words. */
    private Set<String> all() throws Exception {
        Set<String> found = new TreeSet<>();
        for (ObjectName name : jmx.queryNames(new ObjectName("io.vsatlink:*"), null)) {
            found.add("MBean " + name);
        }
        found.addAll(services());
        found.addAll(threads());
        found.addAll(openFiles());
        found.addAll(objects());
        return found;
    }

    private List<String> services() throws Exception {
        ObjectName name = jmx.queryNames(new ObjectName("osgi.core:type=serviceState,*"), null)
                .iterator()
                .next();
        List<String> found = new ArrayList<>();
        for (Object each : ((TabularData) jmx.invoke(name, "listServices", new Object[0], new String[0])).values()) {
            for (String type : (String[]) ((CompositeData) each).get("objectClass")) {
                if (type.startsWith("io.vsatlink.")) {
                    found.add("service " + type);
                }
            }
        }
        return found;
    }

    private List<String> threads() throws Exception {
        ObjectName threading = new ObjectName("java.lang:type=Threading");
        CompositeData[] dump = (CompositeData[]) jmx.invoke(
                threading, "dumpAllThreads", new Object[] {false, false}, new String[] {"boolean", "boolean"});
        return Stream.of(dump)
                .map(thread -> (String) thread.get("threadName"))
                .filter(thread -> THREADS.stream().anyMatch(thread::startsWith))
                .map(thread -> "thread " + thread)
                .toList();
    }

    private List<String> openFiles() throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/" + pid + "/fd"))) {
            for (Path descriptor : descriptors.toList()) {
                try {
                    String file = Files.readSymbolicLink(descriptor).toString();
                    if (file.contains("vsatlink") || file.endsWith(" (deleted)")) {
                        found.add("open file " + file);
                    }
                } catch (IOException e) {
                    // closed since it was listed
                }
            }
        }
        return found;
    }

    /**
     * Checks after a full collection: a live object of ours keeps its class loader, and so all classes of its bundle.
     */
    private List<String> objects() throws Exception {
        jmx.invoke(new ObjectName(Witness.NAME), "displaceTheLastRecord", new Object[0], new String[0]);
        String histogram = (String) jmx.invoke(
                new ObjectName("com.sun.management:type=DiagnosticCommand"),
                "gcClassHistogram",
                new Object[] {new String[0]},
                new String[] {String[].class.getName()});
        return histogram
                .lines()
                .filter(line -> line.contains(" io.vsatlink.") && !line.contains(" io.vsatlink.itests."))
                .map(line ->
                        "objects " + line.strip().replaceFirst("^\\d+: +", "").replaceAll(" +", " "))
                .toList();
    }
}
