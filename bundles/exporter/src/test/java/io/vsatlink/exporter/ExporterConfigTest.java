/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.exporter;

import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.parameters.CfgTemplate;
import org.junit.jupiter.api.Test;

class ExporterConfigTest {

    @Test
    void theShippedFileHasEverySettingWithItsDefault() {
        String expected = CfgTemplate.of(
                Exporters.CATALOG,
                """
                The file export of the provisioning element "uat".
                The part of the file name after the first "-" is the name of the element whose data is exported.""");
        assertThat(CfgTemplate.shipped("io.vsatlink.exporter-uat.cfg", expected))
                .isEqualTo(expected);
    }
}
