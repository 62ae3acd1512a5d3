/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.parameters.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.parameters.OperationSet;
import io.vsatlink.parameters.ParameterPage;
import io.vsatlink.parameters.ParameterPage.Title;
import io.vsatlink.parameters.ReadingSet;
import io.vsatlink.parameters.SamplePage;
import io.vsatlink.parameters.SampleReadings;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TypeCompleterTest {

    @Test
    void offersEachTypeThatHasAnElementOnce() {
        Pages pages = new Pages(Stream.of(page("Satprov", "uat"), page("Etms", "frontend"), page("Etms", "backend")));

        assertThat(new TypeCompleter().words(pages, null)).containsExactly("Etms", "Satprov");
    }

    private static ParameterPage page(String type, String name) {
        return new ParameterPage(
                new Title(type, name, "", "", "An element"),
                List.of(),
                new SamplePage(),
                ReadingSet.of(SampleReadings.class, () -> null),
                OperationSet.none());
    }
}
