/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.parameters;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ElementNameTest {

    @ParameterizedTest
    @CsvSource({
        "sample~uat, file:/opt/etc/sample-uat.cfg, uat",
        "sample~uat-2.a~b, , uat-2.a~b",
        // as config:edit --factory --alias creates it
        "sample.7f2c-11, file:/opt/etc/sample-viaconfig.cfg, viaconfig",
        "sample.7f2c-11, file:/opt/etc/other-viaconfig.cfg, 7f2c-11",
        "sample.7f2c-11, , 7f2c-11",
    })
    void isInThePidOrInTheNameOfTheFile(String pid, String file, String name) {
        Map<String, Object> configuration = configuration(pid, file);
        configuration.put("service.factoryPid", "sample");
        assertThat(ElementName.of(configuration)).isEqualTo(name);
        assertThat(ElementName.objection(configuration)).isEmpty();
    }

    @Test
    void rejectsTheConfigurationOfAllElements() {
        Map<String, Object> configuration = configuration("sample", "file:/opt/etc/sample.cfg");
        assertThat(ElementName.objection(configuration))
                .contains("the configuration sample does not name an element; rename its file to sample-<name>.cfg");
    }

    @Test
    void rejectsANameThatIsAFilterPattern() {
        Map<String, Object> configuration = configuration("sample~star*", "file:/opt/etc/sample-star*.cfg");
        assertThat(ElementName.objection(configuration))
                .contains("an element's name must not contain any of * ( ) \\; rename the file of sample~star*");
    }

    private static Map<String, Object> configuration(String pid, String file) {
        Map<String, Object> configuration = new HashMap<>();
        configuration.put("service.pid", pid);
        if (file != null) {
            configuration.put("felix.fileinstall.filename", file);
        }
        return configuration;
    }
}
