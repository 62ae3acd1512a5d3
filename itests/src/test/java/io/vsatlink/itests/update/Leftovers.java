/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.update;

import io.vsatlink.testkit.Await;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;

/** The class loader of a bundle before its update, and the threads that must end with it. */
final class Leftovers {
    private final String name;
    private final WeakReference<ClassLoader> loader;
    private final List<Thread> threads;

    private Leftovers(String name, ClassLoader loader, List<Thread> threads) {
        this.name = name;
        this.loader = new WeakReference<>(loader);
        this.threads = threads;
    }

    /** @param threads the prefixes of its threads' names */
    static Leftovers of(Bundle bundle, String... threads) {
        List<Thread> now = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> Arrays.stream(threads).anyMatch(thread.getName()::startsWith))
                .toList();
        return new Leftovers(
                bundle.getSymbolicName(), bundle.adapt(BundleWiring.class).getClassLoader(), now);
    }

    /** Waits until the old threads have ended. */
    void awaitThreads() throws Exception {
        Await.until("the threads of the old " + name + " have ended, of " + threads, () -> threads.stream()
                .noneMatch(Thread::isAlive));
    }

    /** Waits until the old class loader has been collected; otherwise something leaks. */
    void awaitCollected() throws Exception {
        Await.until("the class loader of the old " + name + " is collected", () -> {
            LastRecord.displace();
            System.gc();
            return loader.get() == null;
        });
    }

    /** The files below a folder that this process has open. */
    static List<Path> openFiles(Path folder) throws IOException {
        List<Path> open = new ArrayList<>();
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
            for (Path descriptor : descriptors.toList()) {
                try {
                    Path file = Files.readSymbolicLink(descriptor);
                    if (file.startsWith(folder)) {
                        open.add(file);
                    }
                } catch (IOException e) {
                    // closed since it was listed
                }
            }
        }
        return open;
    }
}
