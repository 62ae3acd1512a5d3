package io.vsatlink.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.Test;

/** The table of floors: a bundle uses lower floors only, and shows no more than it means to. */
public class FloorsTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern PACKAGE = Pattern.compile("([\\w.]+)(;(?:[^,\"]|\"[^\"]*\")*)?(,|$)");

    private static final Pattern SOCKETS = Pattern.compile(
            "java\\.net\\.(Server|Datagram|Multicast)Socket|java\\.nio\\.channels\\.\\w*(Server|Datagram)\\w*Channel"
                    + "|javax\\.net\\.(ssl\\.)?(SSL)?ServerSocketFactory|com\\.sun\\.net\\.httpserver\\..*");
    private static final Pattern CLIENTS = Pattern.compile(
            "java\\.net\\.http\\..*|java\\.net\\.(Socket|\\w*URLConnection)|javax\\.net\\.ssl\\.HttpsURLConnection"
                    + "|org\\.apache\\.http\\..*|jakarta\\.ws\\.rs\\..*");

    /** Each module with the root of its packages, what it may use, and what it exports. */
    private enum Module {
        CONNECTOR_API(
                "bundles/connector-api", "api", "", "api.dataset,api.element,api.event,api.store,api.text,api.ticket"),
        PARAMETERS("bundles/parameters", "parameters", "api", "parameters,parameters.command"),
        REMOTE_API(
                "bundles/remote-api",
                "remote",
                "api",
                "remote,remote.check,remote.file,remote.http,remote.item,remote.listing,remote.login,remote.pace,"
                        + "remote.profile"),
        HOST_ACCESS("bundles/host-access", "access", "api", "access,access.http"),
        VSAT_STORE("bundles/vsat-store", "store", "api,parameters,remote", ""),
        SATPROV_CONNECTOR("bundles/satprov-connector", "satprov", "api,parameters,remote", ""),
        ETMS_CONNECTOR("bundles/etms-connector", "etms", "api,parameters,remote", ""),
        EXPORTER("bundles/exporter", "exporter", "api,parameters,remote", ""),
        WEB_CONSOLE("bundles/web-console", "console", "api,parameters,access", ""),
        METRICS("bundles/metrics", "metrics", "api,parameters,access", ""),
        KARAF_GUARD("bundles/karaf-guard", "guard", "", ""),
        SIMULATOR("simulator", "simulator", "", "");

        private final Path classes;
        private final String root;
        private final Set<String> mayUse;
        private final Set<String> exports;

        Module(String folder, String root, String mayUse, String exports) {
            this.classes = ROOT.resolve(folder).resolve("target/classes");
            this.root = root;
            this.mayUse = words(mayUse);
            this.exports = words(exports);
        }
    }

    @Test
    public void everyModuleUsesLowerFloorsOnly() {
        for (Module module : Module.values()) {
            Set<String> used = new TreeSet<>();
            // ours: beside them lie the packages of others that a bundle has inside
            JavaClasses classes = new ClassFileImporter().importPath(module.classes.resolve("io"));
            assertFalse(module + " has no classes", classes.isEmpty());
            for (JavaClass each : classes) {
                assertTrue(each.getName(), each.getPackageName().startsWith("io.vsatlink." + module.root));
                for (Dependency dependency : each.getDirectDependenciesFromSelf()) {
                    String target = dependency.getTargetClass().getPackageName();
                    if (target.startsWith("io.vsatlink.")) {
                        used.add(Arrays.asList(target.split("\\.", -1)).get(2));
                    }
                }
            }
            used.remove(module.root);
            used.removeAll(module.mayUse);
            assertEquals(module + " reaches beyond its floor", Set.of(), used);
        }
    }

    @Test
    public void theApiNeedsNothingButTheJdk() {
        for (JavaClass each : new ClassFileImporter().importPath(Module.CONNECTOR_API.classes)) {
            for (Dependency dependency : each.getDirectDependenciesFromSelf()) {
                String target = dependency.getTargetClass().getPackageName();
                assertTrue(
                        each.getName() + " uses " + target,
                        target.startsWith("java.")
                                || target.isEmpty()
                                || target.startsWith("io.vsatlink.api.")
                                || target.startsWith("org.osgi.annotation."));
            }
        }
    }

    /** Nobody listens but the host, and every call of ours has the limits of one client. */
    @Test
    public void nothingOfOursOpensAPortOrCallsPastTheOneClient() {
        for (Module module : Module.values()) {
            if (module == Module.SIMULATOR) {
                continue;
            }
            for (JavaClass each : new ClassFileImporter().importPath(module.classes.resolve("io"))) {
                for (Dependency dependency : each.getDirectDependenciesFromSelf()) {
                    String target = dependency.getTargetClass().getName();
                    assertFalse(
                            each.getName() + " uses " + target,
                            SOCKETS.matcher(target).matches());
                    assertTrue(
                            each.getName() + " uses " + target,
                            !CLIENTS.matcher(target).matches()
                                    || each.getPackageName().equals("io.vsatlink.remote.http"));
                }
            }
        }
    }

    @Test
    public void everyBundleExportsWhatIsMeantAndNoMore() throws Exception {
        for (Module module : Module.values()) {
            Path file = module.classes.resolve("META-INF/MANIFEST.MF");
            if (module == Module.SIMULATOR) {
                assertFalse("the simulator is a program, not a bundle", Files.exists(file));
                continue;
            }
            try (InputStream in = Files.newInputStream(file)) {
                String exported = new Manifest(in).getMainAttributes().getValue("Export-Package");
                assertEquals(module.toString(), module.exports, exported == null ? Set.of() : packages(exported));
            }
        }
    }

    private static Set<String> packages(String header) {
        return PACKAGE.matcher(header)
                .results()
                .map(match -> match.group(1).replace("io.vsatlink.", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> words(String text) {
        return text.isEmpty() ? Set.of() : new TreeSet<>(Arrays.asList(text.split(",", -1)));
    }
}
