/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.parameters.CfgTemplate;
import org.junit.jupiter.api.Test;

class StoreConfigTest {

    @Test
    void theShippedFileContainsEverySettingWithItsDefault() {
        String expected = CfgTemplate.of(StoreComponent.CATALOG, "The local VSAT database.");
        assertThat(CfgTemplate.shipped("io.vsatlink.store.cfg", expected)).isEqualTo(expected);
    }
}
