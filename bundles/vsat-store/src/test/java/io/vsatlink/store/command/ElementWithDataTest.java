/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;

class ElementWithDataTest {
    private static final Set<String> NONE = Set.of();

    private static void assertRefused(ElementWithData elements, String asked, String sentence) {
        assertThatThrownBy(() -> elements.named(asked))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(sentence);
    }

    @Test
    void theOnlyOneNeedsNoName() {
        assertThat(new ElementWithData(Set.of("uat"), Set.of("uat", "lab")).named(null))
                .isEqualTo("uat");
        assertRefused(new ElementWithData(Set.of("uat", "lab"), NONE), null, "choose one with --element: lab, uat");
    }

    @Test
    void dataOfAnElementThatIsNoLongerThereIsShown() {
        assertThat(new ElementWithData(Set.of("old", "uat"), NONE).named("old")).isEqualTo("old");
    }

    @Test
    void anElementThatHasNoDataYetIsNotTakenForAnUnknownOne() {
        assertRefused(
                new ElementWithData(Set.of("uat"), Set.of("uat", "lab")),
                "lab",
                "lab has no data yet: none of its polls has succeeded; satprov:dataset-list --element lab shows why");
        assertRefused(
                new ElementWithData(NONE, Set.of("lab")),
                "lab",
                "lab has no data yet: none of its polls has succeeded; satprov:dataset-list --element lab shows why");
        assertRefused(
                new ElementWithData(Set.of("uat"), Set.of("uat", "lab")),
                "lap",
                "there is no element lap, nor data of one; elements with data: uat");
    }

    @Test
    void beforeTheFirstPollNoneHas() {
        assertRefused(
                new ElementWithData(NONE, Set.of("uat")),
                null,
                "no element has data yet: no poll has succeeded; satprov:dataset-list shows why");
        assertRefused(
                new ElementWithData(NONE, NONE),
                "uat",
                "there is no element uat, nor data of one; no element has any yet");
    }
}
