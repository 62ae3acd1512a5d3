/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.access.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.access.http.CallLimit.Place;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallLimitTest {
    private final CallLimit limit = new CallLimit(2, 3);

    @Test
    void onePersonCannotUseAllPlaces() {
        List<Place> places = new ArrayList<>();
        limit.enter("max").ifPresent(places::add);
        limit.enter("max").ifPresent(places::add);
        assertThat(limit.enter("max")).isEmpty();
        limit.enter("ada").ifPresent(places::add);
        assertThat(places).hasSize(3);
        assertThat(limit.enter("vera")).isEmpty();
        places.get(0).leave();
        places.get(0).leave();
        assertThat(limit.enter("vera")).isPresent();
        assertThat(limit.enter("ada")).as("a place is left once").isEmpty();
    }
}
