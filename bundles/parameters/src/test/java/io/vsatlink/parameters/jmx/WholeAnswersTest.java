/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.parameters.jmx;

import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.parameters.FlippingElement;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.management.Attribute;
import org.junit.jupiter.api.Test;

class WholeAnswersTest {
    private static final String[] NAMES = {"Status", "Reason", "Pages"};

    @Test
    void theAttributesOfOneAnswerBelongToOneMoment() throws Exception {
        Set<Object> states = new HashSet<>();
        try (FlippingElement element = new FlippingElement()) {
            ParameterMBean mbean = new ParameterMBean(element.page(""));
            for (int i = 0; i < 20_000; i++) {
                Map<String, Object> answer = mbean.getAttributes(NAMES).asList().stream()
                        .collect(Collectors.toMap(Attribute::getName, Attribute::getValue));
                FlippingElement.assertWhole(answer);
                states.add(answer.get("Status"));
            }
        }
        assertThat(states).containsExactlyInAnyOrder("Idle", "Failed");
    }
}
