/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShareTest {
    private final List<Double> paces = new ArrayList<>();
    private final Share share = new Share(paces::add);

    @Test
    void thoseThatSendDivideWhatTheVendorAllows() {
        share.of(5);
        share.among(1);
        share.among(4);
        share.of(1);
        share.among(2);
        assertThat(paces).containsExactly(5.0, 1.25, 0.25, 0.5);
    }

    @Test
    void whatHasNoLimitIsNotDivided() {
        share.of(0);
        share.among(3);
        assertThat(share.isLimited()).isFalse();
        assertThat(paces).containsOnly(0.0);
    }
}
