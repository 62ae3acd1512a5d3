/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.profile.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vsatlink.remote.profile.ProfileException;
import io.vsatlink.remote.profile.read.SampleProfile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What users learn from a profile setting if they may set the name but not read files. */
@Timeout(20)
class ProfileFileTest {
    @TempDir
    Path parent;

    private Path folder;
    private ProfileInForce profile;

    @BeforeEach
    void aFolder() throws Exception {
        folder = Files.createDirectory(parent.resolve("etc"));
        profile = new ProfileInForce(SampleProfile.read(SampleProfile.text()), SampleProfile.NEEDS, folder);
    }

    @Test
    void aFileThatIsNoProfileReadsLikeOneThatIsNotThere() throws Exception {
        Files.writeString(folder.resolve("users.properties"), "karaf = planted,admin\n");
        Files.writeString(folder.resolve("config.json"), "{\"password\": \"planted\"}");
        Files.write(folder.resolve("latin"), new byte[] {'"', (byte) 0xfc});
        Files.write(folder.resolve("huge"), new byte[1_100_000]);
        Files.createDirectory(folder.resolve("keys"));
        assertThat(new ProcessBuilder("mkfifo", folder.resolve("pipe").toString())
                        .start()
                        .waitFor())
                .isZero();
        for (String name :
                new String[] {"missing", "users.properties", "config.json", "latin", "huge", "keys", "pipe"}) {
            assertThat(profile.objection(name))
                    .contains("the vendor profile " + folder.resolve(name) + " does not exist");
        }
    }

    @Test
    void aProfileWithAMistakeIsToldWithIt() throws Exception {
        Files.writeString(folder.resolve("ours.json"), "{\"vocabulary\": 1, \"name\": 5}");
        assertThat(profile.objection("ours.json")).get().asString().contains("ours.json", "name");
    }

    @Test
    void noNameLeadsOutOfTheFolder() throws Exception {
        Path outside = Files.writeString(parent.resolve("exported.json"), SampleProfile.text());
        for (String name : new String[] {"../exported.json", outside.toString()}) {
            assertThatThrownBy(() -> profile.candidate(name))
                    .isInstanceOf(ProfileException.class)
                    .hasMessageStartingWith("the vendor profile ");
        }
        assertThat(profile.objection("")).isEqualTo(Optional.empty());
    }

    @Test
    void aNewProfileNeverReplacesAFileAndStaysInTheFolderAndIsItsOwners() throws Exception {
        Path file = profile.create("lab.json", "{}");
        assertThat(file).isEqualTo(folder.resolve("lab.json")).hasContent("{}");
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThatThrownBy(() -> profile.create("lab.json", "{\"vocabulary\": 2}"))
                .hasMessage(file + " exists and is not overwritten; choose another name");
        assertThat(file).hasContent("{}");
        Files.createSymbolicLink(folder.resolve("link.json"), parent.resolve("elsewhere.json"));
        assertThatThrownBy(() -> profile.create("link.json", "{}"))
                .hasMessageContaining("exists and is not overwritten");
        for (String name : new String[] {"../lab.json", "/tmp/lab.json", "lab.cfg", "lab.cfg.json", ".json", "lab"}) {
            assertThatThrownBy(() -> profile.create(name, "{}"))
                    .as(name)
                    .hasMessageContaining("must be the name of a file in " + folder);
        }
        assertThat(Files.exists(parent.resolve("elsewhere.json"))).isFalse();
    }
}
