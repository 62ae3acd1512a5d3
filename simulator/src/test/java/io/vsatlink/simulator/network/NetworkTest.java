/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NetworkTest {
    @Test
    void theSameSeedGivesTheSameRowsAndAnotherSeedOthers() {
        List<Dataset> one = datasets(7, 300);
        List<Dataset> same = datasets(7, 300);
        List<Dataset> other = datasets(8, 300);
        for (int d = 0; d < one.size(); d++) {
            assertThat(rows(one.get(d))).isEqualTo(rows(same.get(d)));
            assertThat(rows(one.get(d))).isNotEqualTo(rows(other.get(d)));
        }
    }

    @Test
    void rowsCanBeGeneratedInAnyOrder() {
        Dataset devices = dataset("devices", 300);
        Row late = devices.row(800);
        IntStream.range(0, 300).forEach(devices::row);
        assertThat(devices.row(800)).isEqualTo(late);
    }

    @Test
    void keysAreUniqueAndFindTheirRows() {
        for (Dataset dataset : datasets(1, 20_000)) {
            Set<String> keys = new HashSet<>();
            int added = 50;
            for (int index = 0; index < dataset.size() + added; index++) {
                String key = dataset.key(index);
                assertThat(keys.add(key)).as(dataset.path() + " " + key).isTrue();
                assertThat(dataset.indexOf(key)).hasValue(index);
            }
        }
        assertThat(dataset("circuits", 100).indexOf("VS0910047")).isEmpty();
    }

    @Test
    void someDatasetsHaveNoDefinedOrder() {
        List<String> unsorted = datasets(1, 2000).stream()
                .filter(dataset -> {
                    List<String> keys = IntStream.range(0, dataset.size())
                            .mapToObj(dataset::key)
                            .toList();
                    return !keys.equals(keys.stream().sorted().toList());
                })
                .map(Dataset::path)
                .toList();
        assertThat(unsorted).contains("circuits", "devices", "contact-infos", "location-equipments");
    }

    @Test
    void thereAreMoreThanEightRowsPerCircuit() {
        assertThat(datasets(1, 200_000).stream().mapToLong(Dataset::size).sum()).isBetween(1_500_000L, 2_000_000L);
        assertThat(datasets(1, 1))
                .allSatisfy(dataset -> assertThat(rows(dataset)).isNotEmpty());
    }

    @Test
    void mostReferencesLeadToExistingRows() {
        for (String[] relation : new String[][] {
            {"circuits", "customerNumber", "customers"},
            {"circuits", "locationId", "locations"},
            {"locations", "customerNumber", "customers"},
            {"devices", "circuitId", "circuits"},
            {"contact-infos", "customerNumber", "customers"},
            {"contact-infos", "locationId", "locations"},
            {"outage-contacts", "circuitId", "circuits"},
            {"outage-contacts", "contactId", "contact-infos"},
            {"location-equipments", "locationId", "locations"},
            {"esp-pirs", "circuitId", "circuits"},
        }) {
            Dataset target = dataset(relation[2], 5000);
            List<String> references = rows(dataset(relation[0], 5000)).stream()
                    .flatMap(row -> Stream.ofNullable((String) row.fields().get(relation[1])))
                    .toList();
            long leading = references.stream()
                    .filter(key -> target.indexOf(key).stream().anyMatch(index -> index < target.size()))
                    .count();
            assertThat(leading).as(String.join(" ", relation)).isGreaterThan(references.size() * 98L / 100);
            assertThat(leading).as(String.join(" ", relation)).isLessThan(references.size());
        }
    }

    @Test
    void aMillionCircuitsNeedNoPreparation() {
        for (Dataset dataset : datasets(1, 1_000_000)) {
            for (int start : new int[] {0, dataset.size() / 2, dataset.size() - 5}) {
                IntStream.range(start, start + 5)
                        .forEach(index -> assertThat(dataset.row(index).key()).isEqualTo(dataset.key(index)));
            }
        }
    }

    private static List<Dataset> datasets(long seed, int circuits) {
        return Network.generate(seed, Sizes.forCircuits(circuits)).datasets();
    }

    private static Dataset dataset(String path, int circuits) {
        return datasets(1, circuits).stream()
                .filter(dataset -> dataset.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    private static List<Row> rows(Dataset dataset) {
        List<Row> rows = new ArrayList<>();
        IntStream.range(0, dataset.size()).forEach(index -> rows.add(dataset.row(index)));
        return rows;
    }
}
