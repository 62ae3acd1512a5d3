/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.profile.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.remote.profile.read.SampleProfile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileWatchTest {
    @TempDir
    Path folder;

    private final List<String> told = new ArrayList<>();
    private ProfileInForce profile;
    private ProfileWatch watch;

    @BeforeEach
    void useAFile() throws Exception {
        write(SampleProfile.text());
        profile = new ProfileInForce(SampleProfile.read(SampleProfile.text()), SampleProfile.NEEDS, folder);
        profile.use("ours.json");
        watch = new ProfileWatch(profile, () -> told.add("edited"), () -> told.add("problem " + profile.problem()));
    }

    @Test
    void anEditIsTakenOnce() throws Exception {
        watch.look();
        assertThat(told).isEmpty();
        write(SampleProfile.text().replace("satellite-provisioning", "another-name"));
        watch.look();
        watch.look();
        assertThat(told).containsExactly("edited");
        assertThat(profile.profile().name()).isEqualTo("another-name");
    }

    @Test
    void aMistakeIsReportedOnceAndAgainWhenItIsCorrected() throws Exception {
        write("{}");
        watch.look();
        watch.look();
        assertThat(told).singleElement().asString().contains("ours.json", "the previous version stays in force");
        write(SampleProfile.text());
        watch.look();
        assertThat(told).hasSize(2).endsWith("problem ");
    }

    private void write(String text) throws Exception {
        Files.writeString(folder.resolve("ours.json"), text);
    }
}
