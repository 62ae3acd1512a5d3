package io.vsatlink.itests.update;

import io.vsatlink.itests.Await;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;

/** What a bundle had before it was stopped, and whether it is gone. */
final class Leftovers {
    private final String name;
    private final WeakReference<ClassLoader> loader;
    private final Set<Thread> threads;

    private Leftovers(String name, ClassLoader loader, Set<Thread> threads) {
        this.name = name;
        this.loader = new WeakReference<>(loader);
        this.threads = threads;
    }

    /** Notes what the bundle has now; the threads are those of all of ours. */
    static Leftovers of(Bundle bundle) {
        return new Leftovers(
                bundle.getSymbolicName(), bundle.adapt(BundleWiring.class).getClassLoader(), ourThreads());
    }

    /** Those that the product's own names tell, and Derby's. */
    static Set<Thread> ourThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("vsatlink-")
                        || thread.getName().endsWith("-deadline")
                        || thread.getName().startsWith("derby."))
                .collect(Collectors.toSet());
    }

    /** The threads of then that are alive and have code of the bundle's old class loader. */
    List<String> threads(String... prefixes) {
        return threads.stream()
                .filter(Thread::isAlive)
                .map(Thread::getName)
                .filter(thread -> Stream.of(prefixes).anyMatch(thread::startsWith))
                .toList();
    }

    /** Waits until the class loader is collected; what holds it is a leak. */
    void awaitCollected() throws Exception {
        Await.until("the old class loader of " + name + " is collected", () -> {
            System.gc();
            return loader.get() == null;
        });
    }

    boolean isCollected() {
        return loader.get() == null;
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
