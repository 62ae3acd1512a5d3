/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.api;

import static org.assertj.core.api.Assertions.assertThat;

import aQute.bnd.differ.Baseline;
import aQute.bnd.differ.DiffPluginImpl;
import aQute.bnd.osgi.Jar;
import aQute.bnd.osgi.Processor;
import aQute.bnd.service.diff.Delta;
import java.io.File;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The exported packages against those of the last release, as bnd compares them. */
class BaselineTest {
    private static final File RELEASED = new File("src/baseline/connector-api-0.1.0.jar");
    private static final File BUILT = new File("target/classes");

    @Test
    void everyPackageHasTheVersionThatItsChangesAskFor() throws Exception {
        try (Jar built = new Jar(BUILT);
                Jar released = new Jar(RELEASED);
                Processor reporter = new Processor()) {
            assertThat(new Baseline(reporter, new DiffPluginImpl()).baseline(built, released, null))
                    .isNotEmpty()
                    .filteredOn(each -> each.mismatch)
                    .extracting(BaselineTest::sentence)
                    .isEmpty();
        }
    }

    private static String sentence(Baseline.Info each) {
        List<String> changes = each.packageDiff.getChildren().stream()
                .filter(type -> type.getDelta() != Delta.UNCHANGED)
                .map(type -> type.getName() + ": " + type.getDelta())
                .toList();
        return each.packageName + " needs @Version(\"" + each.suggestedVersion + "\") because of " + changes;
    }
}
