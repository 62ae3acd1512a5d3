/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.api.duty.SettingDifference;
import io.vsatlink.api.store.MemoryVsatStore;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DifferencesTest {
    private final ContainerSettings settings = new ContainerSettings(new MemoryVsatStore());
    private final Differences differences = new Differences(settings);

    private static SortedMap<SettingPlace, String> uat(String interval, String password) {
        return new TreeMap<>(Map.of(
                new SettingPlace("Satprov", "uat", "circuits.interval"), interval,
                new SettingPlace("Satprov", "uat", "password"), password,
                new SettingPlace("Store", "", "dataSource"), "vsatlink-postgresql"));
    }

    @Test
    void whatIsEqualIsNotShownAndWhatDiffersIsWithEachValue() {
        settings.record("noc-1 /opt/karaf", uat("1d", "********"));
        settings.record("noc-2 /opt/karaf", uat("2d = \u00fc\nnext", "********"));
        settings.record("gone", uat("9d", ""));
        assertThat(differences.among(List.of("noc-1 /opt/karaf", "noc-2 /opt/karaf")))
                .containsExactly(new SettingDifference(
                        "Satprov",
                        "uat",
                        "circuits.interval",
                        new TreeMap<>(Map.of("noc-1 /opt/karaf", "1d", "noc-2 /opt/karaf", "2d = \u00fc\nnext"))));
    }

    @Test
    void anElementThatNotAllHaveIsOneDifference() {
        settings.record("noc-1", uat("1d", ""));
        settings.record(
                "noc-2", new TreeMap<>(Map.of(new SettingPlace("Store", "", "dataSource"), "vsatlink-postgresql")));
        assertThat(differences.among(List.of("noc-1", "noc-2")))
                .containsExactly(new SettingDifference("Satprov", "uat", "", new TreeMap<>(Map.of("noc-1", ""))));
    }

    @Test
    void aSettingThatAnOlderVersionLacksDiffers() {
        settings.record("noc-1", uat("1d", ""));
        SortedMap<SettingPlace, String> older = uat("1d", "");
        older.remove(new SettingPlace("Satprov", "uat", "circuits.interval"));
        settings.record("noc-2", older);
        assertThat(differences.among(List.of("noc-1", "noc-2")))
                .extracting(SettingDifference::setting)
                .containsExactly("circuits.interval");
    }

    @Test
    void whoHasRecordedNothingYetDoesNotDiffer() {
        settings.record("noc-1", uat("1d", ""));
        assertThat(differences.among(List.of("noc-1", "noc-2"))).isEmpty();
    }
}
