import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import javax.management.MBeanServer;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;

/** A plain Felix: {@code Start <folder of bundles> <folder of data>}. Runs until it is told to end. */
final class Start {

    public static void main(String... arguments) throws Exception {
        Path data = Path.of(arguments[1]);
        Framework framework = ServiceLoader.load(FrameworkFactory.class)
                .findFirst()
                .orElseThrow()
                .newFramework(Map.of(
                        "org.osgi.framework.storage", data.resolve("felix").toString(),
                        "felix.fileinstall.dir", data.resolve("etc").toString(),
                        "felix.fileinstall.tmpdir", data.resolve("tmp").toString(),
                        "felix.fileinstall.filter", ".*\\.cfg",
                        "felix.fileinstall.poll", "1000",
                        "org.ops4j.pax.logging.DefaultServiceLog.level", "INFO"));
        framework.init();
        BundleContext context = framework.getBundleContext();
        // where the whiteboard puts the MBeans
        context.registerService(MBeanServer.class, ManagementFactory.getPlatformMBeanServer(), null);
        for (Path jar : jars(Path.of(arguments[0]))) {
            String place = "reference:" + jar.toUri();
            if (context.getBundle(place) == null) {
                context.installBundle(place);
            }
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(framework)));
        framework.start();
        for (Bundle bundle : context.getBundles()) {
            bundle.start();
        }
        System.out.println("Felix runs with " + (context.getBundles().length - 1) + " bundles; settings are in "
                + data.resolve("etc"));
        framework.waitForStop(0);
    }

    /** Backwards by name: so pax-logging starts before those who log. */
    private static List<Path> jars(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        }
    }

    private static void stop(Framework framework) {
        try {
            framework.stop();
            framework.waitForStop(30_000);
        } catch (BundleException | InterruptedException e) {
            e.printStackTrace();
        }
    }
}
