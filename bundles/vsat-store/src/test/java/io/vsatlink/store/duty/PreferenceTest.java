/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.duty;

import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.api.duty.DutyKind;
import io.vsatlink.store.duty.Preference.Candidate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PreferenceTest {
    private static final List<DutyKey> DUTIES = IntStream.range(0, 1_000)
            .mapToObj(number -> DutyKey.of(DutyKind.POLL, "element-" + number))
            .toList();

    private static List<Candidate> candidates(int containers) {
        return IntStream.rangeClosed(1, containers)
                .mapToObj(number -> new Candidate("run " + number, "noc-" + number + " /opt/karaf"))
                .toList();
    }

    private static String first(DutyKey key, List<Candidate> candidates) {
        List<String> first = candidates.stream()
                .map(Candidate::run)
                .filter(run -> Preference.isFirst(run, key, candidates))
                .toList();
        assertThat(first).hasSize(1);
        return first.get(0);
    }

    @Test
    void aThousandDutiesAreSpreadOverAllContainers() {
        List<Candidate> ten = candidates(10);
        Map<String, Long> each =
                DUTIES.stream().collect(Collectors.groupingBy(key -> first(key, ten), Collectors.counting()));
        assertThat(each).hasSize(10);
        // fixed names, so no luck is involved: a fair hash has a standard deviation of 9.5
        assertThat(each.values()).allMatch(count -> count > 65 && count < 135);
    }

    @Test
    void ifOneIsGoneOnlyItsDutiesGoToOthers() {
        List<Candidate> ten = candidates(10);
        List<Candidate> nine = ten.subList(0, 9);
        for (DutyKey key : DUTIES) {
            String before = first(key, ten);
            if (!before.equals("run 10")) {
                assertThat(first(key, nine)).isEqualTo(before);
            }
        }
    }

    @Test
    void aRestartChangesNothing() {
        List<Candidate> before = candidates(5);
        List<Candidate> after = new ArrayList<>(before);
        after.set(2, new Candidate("another run", before.get(2).name()));
        for (DutyKey key : DUTIES) {
            String first = first(key, before);
            assertThat(first(key, after)).isEqualTo(first.equals("run 3") ? "another run" : first);
        }
    }

    @Test
    void ofTwoWithOneNameOneIsPreferredAndWhoIsNotThereNever() {
        List<Candidate> twins = List.of(new Candidate("a", "noc"), new Candidate("b", "noc"));
        assertThat(first(DUTIES.get(0), twins)).isEqualTo("b");
        assertThat(Preference.isFirst("gone", DUTIES.get(0), twins)).isFalse();
    }
}
