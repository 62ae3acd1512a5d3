/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import org.junit.jupiter.api.Test;

/** The table of floors: a bundle uses only lower floors, and exports only its public packages. */
class FloorsTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern PACKAGE = Pattern.compile("([\\w.]+)(;(?:[^,\"]|\"[^\"]*\")*)?(,|$)");

    private static final Pattern SOCKETS = Pattern.compile(
            "java\\.net\\.(Server|Datagram|Multicast)Socket|java\\.nio\\.channels\\.\\w*(Server|Datagram)\\w*Channel"
                    + "|javax\\.net\\.(ssl\\.)?(SSL)?ServerSocketFactory|com\\.sun\\.net\\.httpserver\\..*");
    private static final Pattern CLIENTS = Pattern.compile(
            "java\\.net\\.http\\..*|java\\.net\\.(Socket|\\w*URLConnection)|javax\\.net\\.ssl\\.HttpsURLConnection"
                    + "|org\\.apache\\.http\\..*|jakarta\\.ws\\.rs\\..*");

    /** Each module with its root package, the modules it may use, and its exported packages. */
    enum Module {
        CONNECTOR_API(
                "bundles/connector-api",
                "api",
                "",
                "api.dataset,api.duty,api.element,api.event,api.recording,api.store,api.text,api.ticket"),
        ISO_TIME("bundles/iso-time", "time", "", "time"),
        ELEMENT_RUNTIME("bundles/element-runtime", "runtime", "api", "runtime"),
        PARAMETERS("bundles/parameters", "parameters", "api,runtime", "parameters,parameters.command"),
        REMOTE_API(
                "bundles/remote-api",
                "remote",
                "api,time",
                "remote,remote.check,remote.draft,remote.draft.sample,remote.failure,remote.file,remote.http,remote.item,remote.listing,remote.login,"
                        + "remote.nested,remote.pace,remote.profile,remote.profile.column,remote.profile.file,remote.profile.read,"
                        + "remote.recording"),
        HOST_ACCESS("bundles/host-access", "access", "api", "access,access.http"),
        CSV("bundles/csv", "csv", "api", "csv"),
        CONNECTOR_KIT(
                "bundles/connector-kit",
                "kit",
                "api,runtime,parameters,remote",
                "kit.command,kit.connection,kit.element,kit.recording,kit.runtime,kit.sync"),
        VSAT_STORE("bundles/vsat-store", "store", "api,time,runtime,parameters", ""),
        POSTGRESQL_POOL("bundles/postgresql-pool", "postgresql", "api,runtime,parameters", ""),
        SATPROV_CONNECTOR("bundles/satprov-connector", "satprov", "api,time,runtime,parameters,remote,kit", ""),
        ETMS_CONNECTOR("bundles/etms-connector", "etms", "api,time,runtime,parameters,remote,kit", ""),
        EXPORTER("bundles/exporter", "exporter", "api,runtime,parameters,csv", ""),
        WEB_CONSOLE("bundles/web-console", "console", "api,time,parameters,access,csv", ""),
        METRICS("bundles/metrics", "metrics", "api,parameters,access", ""),
        KARAF_GUARD("bundles/karaf-guard", "guard", "", ""),
        SIMULATOR("simulator", "simulator", "", "");

        final Path classes;
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
    void everyModuleUsesLowerFloorsOnly() {
        for (Module module : Module.values()) {
            Set<String> used = new TreeSet<>();
            // only ours: a bundle may embed packages of other projects
            JavaClasses classes = new ClassFileImporter().importPath(module.classes.resolve("io"));
            assertFalse(classes.isEmpty(), module + " has no classes");
            for (JavaClass each : classes) {
                assertTrue(each.getPackageName().startsWith("io.vsatlink." + module.root), each.getName());
                for (Dependency dependency : each.getDirectDependenciesFromSelf()) {
                    String target = dependency.getTargetClass().getPackageName();
                    if (target.startsWith("io.vsatlink.")) {
                        used.add(Arrays.asList(target.split("\\.", -1)).get(2));
                    }
                }
            }
            used.remove(module.root);
            used.removeAll(module.mayUse);
            assertEquals(Set.of(), used, module + " reaches beyond its floor");
        }
    }

    @Test
    void theApiNeedsNothingButTheJdk() {
        for (JavaClass each : new ClassFileImporter().importPath(Module.CONNECTOR_API.classes)) {
            for (Dependency dependency : each.getDirectDependenciesFromSelf()) {
                String target = dependency.getTargetClass().getPackageName();
                assertTrue(
                        target.startsWith("java.")
                                || target.isEmpty()
                                || target.startsWith("io.vsatlink.api.")
                                || target.startsWith("org.osgi.annotation."),
                        each.getName() + " uses " + target);
            }
        }
    }

    /** Only the host listens on ports, and all calls of ours go through the one HTTP client with its limits. */
    @Test
    void nothingOfOursOpensAPortOrCallsPastTheOneClient() {
        for (Module module : Module.values()) {
            if (module == Module.SIMULATOR) {
                continue;
            }
            for (JavaClass each : new ClassFileImporter().importPath(module.classes.resolve("io"))) {
                for (Dependency dependency : each.getDirectDependenciesFromSelf()) {
                    String target = dependency.getTargetClass().getName();
                    assertFalse(SOCKETS.matcher(target).matches(), each.getName() + " uses " + target);
                    assertTrue(
                            !CLIENTS.matcher(target).matches()
                                    || each.getPackageName().equals("io.vsatlink.remote.http"),
                            each.getName() + " uses " + target);
                }
            }
        }
    }

    @Test
    void everyBundleExportsOnlyItsPublicPackages() throws Exception {
        for (Module module : Module.values()) {
            Path file = module.classes.resolve("META-INF/MANIFEST.MF");
            if (module == Module.SIMULATOR) {
                assertFalse(Files.exists(file), "the simulator is a program, not a bundle");
                continue;
            }
            try (InputStream in = Files.newInputStream(file)) {
                String exported = new Manifest(in).getMainAttributes().getValue("Export-Package");
                assertEquals(module.exports, exported == null ? Set.of() : packages(exported), module.toString());
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
