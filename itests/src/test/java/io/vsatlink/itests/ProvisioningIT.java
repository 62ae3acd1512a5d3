/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests;

import static org.ops4j.pax.exam.CoreOptions.maven;
import static org.ops4j.pax.exam.CoreOptions.streamBundle;
import static org.ops4j.pax.exam.CoreOptions.systemProperty;
import static org.ops4j.pax.exam.CoreOptions.vmOption;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.configureConsole;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFilePut;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.karafDistributionConfiguration;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.keepRuntimeFolder;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.replaceConfigurationFile;

import io.vsatlink.testkit.Await;
import io.vsatlink.testkit.karaf.FreePorts;
import io.vsatlink.testkit.simulator.SimulatorProcess;
import java.io.File;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.junit.Before;
import org.junit.FixMethodOrder;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.MethodSorters;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.ProbeBuilder;
import org.ops4j.pax.exam.TestProbeBuilder;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.ops4j.pax.tinybundles.TinyBundles;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;

/**
 * Drops the archive into a stock Karaf and compares polls, store and files with the simulator's rows.
 *
 * <p>The tests run in order of their names, each with the data that the previous ones polled. Pax Exam has no runner
 * for JUnit 5, so only this class, {@link ProvisioningScenario} and the two oracles use JUnit 4.
 */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
@FixMethodOrder(MethodSorters.NAME_ASCENDING)
public class ProvisioningIT {
    @Inject
    private BundleContext bundle;

    private ProvisioningScenario scenario;

    /** Runs outside of the container. */
    @Configuration
    public Option[] container() throws Exception {
        Path work = Path.of(System.getProperty("work.directory"));
        Files.createDirectories(work);
        Path export = Files.createTempDirectory(work, "export");
        int vendor = SimulatorProcess.start("--circuits", "700", "--seed", "7").port();
        List<Option> options = new ArrayList<>(List.of(
                karafDistributionConfiguration()
                        .frameworkUrl(maven("org.apache.karaf", "apache-karaf")
                                .type("tar.gz")
                                .versionAsInProject())
                        .unpackDirectory(work.resolve("exam").toFile())
                        .useDeployFolder(false),
                keepRuntimeFolder(),
                configureConsole().ignoreLocalConsole().ignoreRemoteShell(),
                vmOption("-Xmx512m"),
                streamBundle(testKit()),
                systemProperty("pax.exam.service.timeout").value("90000"),
                systemProperty("vendor.port").value(String.valueOf(vendor)),
                systemProperty("formats.port").value(String.valueOf(FormatsVendor.start())),
                systemProperty("export.directory").value(export.toString()),
                replaceConfigurationFile("deploy/vsatlink.kar", new File(System.getProperty("vsatlink.kar"))),
                editConfigurationFilePut(
                        "etc/org.ops4j.pax.url.mvn.cfg",
                        "org.ops4j.pax.url.mvn.localRepository",
                        System.getProperty("maven.local")),
                editConfigurationFilePut("etc/org.ops4j.pax.url.mvn.cfg", "org.ops4j.pax.url.mvn.repositories", "")));
        FreePorts.keys()
                .forEach((key, port) -> options.add(
                        editConfigurationFilePut("etc/org.apache.karaf.management.cfg", key, String.valueOf(port))));
        Map.of("host", "http://127.0.0.1", "port", vendor, "apiUsername", "vsat", "apiPassword", "secret")
                .forEach((key, value) -> options.add(
                        editConfigurationFilePut("etc/io.vsatlink.satprov-uat.cfg", key, value.toString())));
        Map.of("fileExport", "enabled", "fileExportPath", export)
                .forEach((key, value) -> options.add(
                        editConfigurationFilePut("etc/io.vsatlink.exporter-uat.cfg", key, value.toString())));
        return options.toArray(Option[]::new);
    }

    /** The part of the test kit that is needed inside the container; the kit itself is not a bundle. */
    private static InputStream testKit() {
        return TinyBundles.bundle()
                .addClass(Await.class)
                .symbolicName("test-kit")
                .setHeader(Constants.BUNDLE_MANIFESTVERSION, "2")
                .setHeader(Constants.EXPORT_PACKAGE, Await.class.getPackageName())
                .build(TinyBundles.rawBuilder());
    }

    /**
     * Imports the packages that this class needs when its bundle resolves. A dynamic import can fail while the
     * framework is busy, as it is during the installation of the archive.
     */
    @ProbeBuilder
    public TestProbeBuilder imports(TestProbeBuilder probe) {
        return probe.setHeader(
                Constants.IMPORT_PACKAGE,
                Stream.of(
                                "io.vsatlink.testkit",
                                "javax.inject",
                                "org.junit",
                                "org.junit.runner",
                                "org.junit.runners",
                                "org.ops4j.pax.exam",
                                "org.ops4j.pax.exam.junit",
                                "org.ops4j.pax.exam.options",
                                "org.ops4j.pax.exam.spi.reactors",
                                "org.osgi.framework")
                        .map(each -> each + ";resolution:=optional")
                        .collect(Collectors.joining(",")));
    }

    @Before
    public void theArchiveIsDeployed() throws Exception {
        Await.until(
                "the element is there",
                () -> bundle.getServiceReference("io.vsatlink.api.element.ProvisioningElement") != null);
        scenario = new ProvisioningScenario(bundle);
        scenario.everythingIsPolledAndExported();
    }

    @Test
    public void a1_allDatasetsEqualTheVendorsInTheStoreAndInTheFiles() throws Exception {
        scenario.allDatasetsEqualTheVendorsInTheStoreAndInTheFiles();
    }

    @Test
    public void a2_theInventoryIsTheJoinOfAllDatasets() throws Exception {
        scenario.theInventoryIsTheJoinOfAllDatasets();
    }

    @Test
    public void b_anUnchangedPollWritesNoRow() throws Exception {
        scenario.anUnchangedPollWritesNoRow();
    }

    @Test
    public void c_readersAndExportsSeeTheLastCompleteDataWhileAPollRunsAndAfterItFailed() throws Exception {
        scenario.readersAndExportsSeeTheLastCompleteDataWhileAPollRunsAndAfterItFailed();
    }

    @Test
    public void d_aWrongPasswordIsTriedOnceAndNothingIsPolled() throws Exception {
        scenario.aWrongPasswordIsTriedOnceAndNothingIsPolled();
    }

    @Test
    public void e_theFormatsOfVocabulary2AreReadInTheContainer() throws Exception {
        scenario.theFormatsOfVocabulary2AreReadInTheContainer();
    }
}
