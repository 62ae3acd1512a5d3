/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.exporter.files;

import static io.vsatlink.api.dataset.Dataset.CIRCUITS;
import static io.vsatlink.api.store.Rows.circuits;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vsatlink.exporter.SampleElement;
import io.vsatlink.exporter.SampleStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestCheckTest {
    @TempDir
    private Path directory;

    private Path circuits;
    private Path manifest;

    @BeforeEach
    void export() throws IOException {
        circuits = directory.resolve("circuits.csv");
        manifest = directory.resolve("manifest.json");
        SampleStore store = new SampleStore().publish(CIRCUITS, circuits(0, 50, 1));
        try (OpenDirectory open = OpenDirectory.at(directory.toRealPath())) {
            new ExportRun(new SampleElement(), store, Clock.systemUTC())
                    .into(open, new Layout(Set.of(Format.CSV), true, Readers.OWNER), () -> {});
        }
    }

    @Test
    void aWholeSetHasNoProblems() throws IOException {
        assertThat(problems()).isEmpty();
    }

    @Test
    void filesThatAreNotOfTheSetAreNoProblem() throws IOException {
        Files.writeString(directory.resolve("report.csv"), "theirs");
        assertThat(problems()).isEmpty();
    }

    @Test
    void seesOneChangedByte() throws IOException {
        byte[] content = Files.readAllBytes(circuits);
        content[content.length / 2] ^= 1;
        Files.write(circuits, content);
        assertThat(problems()).containsExactly("circuits.csv does not match the checksum in the manifest");
    }

    @Test
    void seesATruncatedFile() throws IOException {
        byte[] content = Files.readAllBytes(circuits);
        Files.write(circuits, Arrays.copyOf(content, 100));
        assertThat(problems()).containsExactly("circuits.csv has 100 bytes, but the manifest has " + content.length);
    }

    @Test
    void seesEveryFileThatIsMissing() throws IOException {
        Files.delete(circuits);
        Files.delete(directory.resolve("inventory.json"));
        assertThat(problems()).containsExactly("circuits.csv is missing", "inventory.json is missing");
    }

    @Test
    void aDirectoryIsNoFile() throws IOException {
        Files.delete(circuits);
        Files.createDirectory(circuits);
        assertThat(problems()).containsExactly("circuits.csv is missing");
    }

    @Test
    void withoutAManifestThereIsNoSet() throws IOException {
        Files.delete(manifest);
        assertThat(problems()).containsExactly("there is no manifest.json in " + directory);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "plain text",
                "{\"element\":\"uat\",\"exportedAt\":\"2026-11-21T05:06:07Z\"}",
                """
                        {"element":"uat","exportedAt":"2026-11-21T05:06:07Z","files":"none"}""",
                """
                        {"element":"uat","exportedAt":"2026-11-21T05:06:07Z","files":[{"name":"circuits.csv"}]}""",
                """
                        {"element":"uat","exportedAt":"2026-11-21T05:06:07Z","files":[7]}""",
                "{\"element\":\"uat\",\"exportedAt\":\"yesterday\",\"files\":[]}",
                "{\"exportedAt\":\"2026-11-21T05:06:07Z\",\"files\":[]}"
            })
    void aBrokenManifestIsToldInOneLine(String text) throws IOException {
        Files.writeString(manifest, text);
        assertThatThrownBy(this::problems)
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(manifest + " is not a valid manifest: ")
                .message()
                .doesNotContain("\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../x", "/", "", "sub/x", "/etc/hostname"})
    void aNameThatLeadsElsewhereIsNotFollowed(String name) throws IOException {
        Files.createDirectory(directory.resolve("sub"));
        Files.writeString(directory.resolve("sub/x"), "theirs");
        Files.writeString(manifest, Files.readString(manifest).replace("\"circuits.csv\"", "\"" + name + "\""));
        assertThat(problems())
                .containsExactly("\"" + name + "\" is not the name of a file in the manifest's directory");
    }

    @Test
    void aNameThatNoFileHasIsAProblemAndNoError() throws IOException {
        Files.writeString(manifest, Files.readString(manifest).replace("circuits.csv", "circuits\\u0000.csv"));
        assertThat(problems())
                .containsExactly("\"circuits\0.csv\" is not the name of a file in the manifest's directory");
    }

    /** Opening a pipe waits for somebody who writes, which is for good. */
    @Test
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aPipeOrADeviceIsNoManifest() throws Exception {
        Files.delete(manifest);
        assertThat(new ProcessBuilder("mkfifo", manifest.toString()).start().waitFor())
                .isZero();
        assertThatThrownBy(this::problems).hasMessage(manifest + ": is not a regular file");
        assertThat(Manifest.inPlace(directory)).isEmpty();
        Files.delete(manifest);
        Files.createSymbolicLink(manifest, Path.of("/dev/zero"));
        assertThatThrownBy(this::problems).hasMessage(manifest + ": is not a regular file");
        Files.delete(manifest);
        Files.createDirectory(manifest);
        assertThatThrownBy(this::problems).hasMessage(manifest + ": is not a regular file");
    }

    @Test
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aPipeIsNoFileOfTheSet() throws Exception {
        Files.delete(circuits);
        assertThat(new ProcessBuilder("mkfifo", circuits.toString()).start().waitFor())
                .isZero();
        assertThat(problems()).containsExactly("circuits.csv is missing");
    }

    @Test
    void aManifestIsNoLargerThanOneCanBe() throws IOException {
        Files.writeString(manifest, Files.readString(manifest) + " ".repeat(1_000_000));
        assertThatThrownBy(this::problems).hasMessage(manifest + ": is larger than 1000000 bytes");
    }

    private List<String> problems() throws IOException {
        return new ManifestCheck(directory).problems();
    }
}
