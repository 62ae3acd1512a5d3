/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.testkit.felix;

import java.io.File;
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
 * A plain Felix in this process, with the bundles in the folder that the system property {@code felix.bundles} names, and
 * the files after it, as in a class path
 * and the configurations in {@code <data>/etc}, which FileInstall watches as in Karaf. An existing data folder is
 * reused, including its database.
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

    /**
     * Like {@link #start(Path, Map)}, but the bundles use the API classes of this class path, so that a test can call
     * their services.
     */
    public static FelixHost startSharingApi(Path data, Map<String, Map<String, String>> configurations)
            throws IOException, BundleException {
        write(data, configurations);
        return startWith(data, Map.of(Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, exportsOfTheApi()));
    }

    /** Like {@link #start(Path, Map)}, but FileInstall writes configurations back to their files, as in Karaf. */
    public static FelixHost startWritingBack(Path data, Map<String, Map<String, String>> configurations)
            throws IOException, BundleException {
        write(data, configurations);
        return startWith(data, Map.of(Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, "", SAVE, "true"));
    }

    /** The API bundle's exported packages with their versions, from its manifest. */
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

    /** Starts it with the existing configuration files. */
    static FelixHost start(Path data) throws IOException, BundleException {
        return startWith(data, Map.of(Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, ""));
    }

    private static FelixHost startWith(Path data, Map<String, String> more) throws IOException, BundleException {
        Map<String, String> properties = new HashMap<>(properties(data));
        properties.putAll(more);
        String shared = more.get(Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA);
        // Pax Exam also brings Equinox, which precedes Felix on the class path
        Framework framework = ServiceLoader.load(FrameworkFactory.class).stream()
                .filter(factory -> factory.type().getName().startsWith("org.apache.felix."))
                .findFirst()
                .orElseThrow()
                .get()
                .newFramework(properties);
        framework.init();
        BundleContext context = framework.getBundleContext();
        // the MBean server that the whiteboard uses
        context.registerService(MBeanServer.class, ManagementFactory.getPlatformMBeanServer(), null);
        for (Path jar : bundles()) {
            // with two exporters of a package each of its types would exist twice
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
     * @throws AssertionError if one of our threads or MBeans remains
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

    /** Whether any of our MBeans is registered. */
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
        // FileInstall would rewrite each file after reading it, and a kill at that moment would truncate the file
        Map<String, String> properties = new HashMap<>(Map.of(SAVE, "false"));
        properties.putAll(Map.of(
                Constants.FRAMEWORK_STORAGE,
                data.resolve("felix").toString(),
                // otherwise it would install its own factory in this JVM permanently
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

    /** In reverse order of names, so that pax-logging starts before its users Aries and Felix. */
    private static List<Path> bundles() throws IOException {
        String[] bundles = System.getProperty("felix.bundles").split(File.pathSeparator, -1);
        try (Stream<Path> files = Files.list(Path.of(bundles[0]))) {
            return Stream.concat(
                            files.filter(file -> file.toString().endsWith(".jar"))
                                    .sorted(Comparator.reverseOrder()),
                            Stream.of(bundles).skip(1).map(Path::of))
                    .toList();
        }
    }
}
