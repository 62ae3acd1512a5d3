/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.testkit.felix;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import javax.management.MBeanServer;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;

/**
 * A plain Felix in this process: the bundles of the folder that the system property {@code felix.bundles} names, and the
 * configurations in {@code <data>/etc}, which FileInstall watches as it does in Karaf. A folder that was used before is
 * used again, database and all.
 */
public final class FelixHost implements AutoCloseable {
    private static final long STOP_MILLIS = 30_000;
    private static final String SAVE = "felix.fileinstall.enableConfigSave";

    private final Framework framework;

    private FelixHost(Framework framework) {
        this.framework = framework;
    }

    /** @param configurations properties by PID; an element's PID is like {@code io.vsatlink.satprov~uat} */
    public static FelixHost start(Path data, Map<String, Map<String, String>> configurations)
            throws IOException, BundleException {
        write(data, configurations);
        return start(data);
    }

    /** As {@link #start(Path, Map)}, and the bundles take our API from this class path: a test can call their services. */
    public static FelixHost startSharingApi(Path data, Map<String, Map<String, String>> configurations)
            throws IOException, BundleException {
        write(data, configurations);
        return startWith(data, Map.of(Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, exportsOfTheApi()));
    }

    /** As {@link #start(Path, Map)}, and FileInstall writes configurations back into their files, as it does in Karaf. */
    public static FelixHost startWritingBack(Path data, Map<String, Map<String, String>> configurations)
            throws IOException, BundleException {
        write(data, configurations);
        return startWith(data, Map.of(Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, "", SAVE, "true"));
    }

    /** As its bundle has them in its manifest, with their versions. */
    private static String exportsOfTheApi() throws IOException {
        for (Path jar : bundles()) {
            if (isApi(jar)) {
                try (JarFile bundle = new JarFile(jar.toFile())) {
                    return bundle.getManifest().getMainAttributes().getValue(Constants.EXPORT_PACKAGE);
                }
            }
        }
        throw new IOException("no bundle of the API in " + System.getProperty("felix.bundles"));
    }

    private static boolean isApi(Path jar) {
        return jar.getFileName().toString().startsWith("connector-api-");
    }

    private static void write(Path data, Map<String, Map<String, String>> configurations) throws IOException {
        EtcFolder etc = new EtcFolder(data.resolve("etc"));
        for (Map.Entry<String, Map<String, String>> each : configurations.entrySet()) {
            etc.write(each.getKey(), each.getValue());
        }
    }

    /** Takes the configurations as they lie there. */
    static FelixHost start(Path data) throws IOException, BundleException {
        return startWith(data, Map.of(Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, ""));
    }

    private static FelixHost startWith(Path data, Map<String, String> more) throws IOException, BundleException {
        Map<String, String> properties = new HashMap<>(properties(data));
        properties.putAll(more);
        String shared = more.get(Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA);
        // Pax Exam brings Equinox along, and its place on the class path is before Felix's
        Framework framework = ServiceLoader.load(FrameworkFactory.class).stream()
                .filter(factory -> factory.type().getName().startsWith("org.apache.felix."))
                .findFirst()
                .orElseThrow()
                .get()
                .newFramework(properties);
        framework.init();
        BundleContext context = framework.getBundleContext();
        // where the whiteboard puts the MBeans
        context.registerService(MBeanServer.class, ManagementFactory.getPlatformMBeanServer(), null);
        for (Path jar : bundles()) {
            // two providers of one package would make two classes of each of its types
            if (shared.isEmpty() || !isApi(jar)) {
                context.installBundle("reference:" + jar.toUri());
            }
        }
        framework.start();
        for (Bundle bundle : context.getBundles()) {
            if (bundle.getHeaders().get(Constants.FRAGMENT_HOST) == null) {
                bundle.start();
            }
        }
        return new FelixHost(framework);
    }

    public BundleContext context() {
        return framework.getBundleContext();
    }

    /**
     * Stops it.
     *
     * @throws AssertionError where a thread or an MBean of ours is left
     */
    @Override
    public void close() throws BundleException, InterruptedException {
        framework.stop();
        if (framework.waitForStop(STOP_MILLIS).getType() == FrameworkEvent.WAIT_TIMEDOUT) {
            throw new AssertionError("Felix does not stop");
        }
        List<String> threads = Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("vsatlink-"))
                .toList();
        if (!threads.isEmpty() || hasMBeans()) {
            throw new AssertionError("left behind: threads " + threads + (hasMBeans() ? ", MBeans" : ""));
        }
    }

    /** Whether anything of ours is to be seen by JMX. */
    static boolean hasMBeans() {
        try {
            ObjectName ours = ObjectName.getInstance("io.vsatlink:*");
            return !ManagementFactory.getPlatformMBeanServer()
                    .queryNames(ours, null)
                    .isEmpty();
        } catch (MalformedObjectNameException e) {
            throw new AssertionError(e);
        }
    }

    private static Map<String, String> properties(Path data) {
        // FileInstall would write each file anew after it has read it: a kill at that moment leaves half of it
        Map<String, String> properties = new HashMap<>(Map.of(SAVE, "false"));
        properties.putAll(Map.of(
                Constants.FRAMEWORK_STORAGE,
                data.resolve("felix").toString(),
                // else it would put a factory of its own into this JVM, for good
                "felix.service.urlhandlers",
                "false",
                "felix.fileinstall.dir",
                data.resolve("etc").toString(),
                "felix.fileinstall.tmpdir",
                data.resolve("tmp").toString(),
                "felix.fileinstall.filter",
                ".*\\.cfg",
                "felix.fileinstall.noInitialDelay",
                "true",
                "felix.fileinstall.poll",
                "250",
                "org.ops4j.pax.logging.DefaultServiceLog.level",
                System.getProperty("felix.log.level", "WARN")));
        return properties;
    }

    /** Backwards by name: so pax-logging starts before Aries and Felix, who log. */
    private static List<Path> bundles() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("felix.bundles")))) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        }
    }
}
