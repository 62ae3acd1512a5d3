/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.parameters.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationFileTest {
    @TempDir
    Path folder;

    private Path path;
    private ConfigurationFile file;

    @BeforeEach
    void aFile() {
        path = folder.resolve("io.vsatlink.satprov-uat.cfg");
        file = of(path);
    }

    @Test
    void anUnreadableFileIsReportedInASentence() throws IOException {
        // a regular file whose first bytes cannot be read
        Files.createSymbolicLink(path, Path.of("/proc/self/mem"));
        assertThatThrownBy(() -> file.read())
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(path + " can't be read: ");
    }

    @Test
    void keepsCommentsUnknownKeysAndPlaceholders() throws IOException {
        Files.writeString(
                path,
                """
                # mine

                # of the host
                host   =  http://127.0.0.1
                colour: blue
                apiPassword = $[secret:vsat]
                trustedCertificates = ${karaf.etc}/ca.pem
                # the end
                """);
        change("host", "https://example.org");
        change("port", "8443");
        assertThat(path)
                .hasContent(
                        """
                # mine

                # of the host
                host = https://example.org
                colour: blue
                apiPassword = $[secret:vsat]
                trustedCertificates = ${karaf.etc}/ca.pem
                port = 8443
                # the end
                """);
    }

    @Test
    void aSettingWithoutAValueIsRemovedFromTheFile() throws IOException {
        Files.writeString(path, "apiPassword = planted\nport = 1\n");
        change("apiPassword", null);
        assertThat(path).hasContent("port = 1\n");
    }

    @Test
    void aNewFileIsForItsOwnerOnlyRegardlessOfTheUmask() throws IOException {
        change("apiPassword", "secret");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-------");
    }

    @Test
    void keepsThePermissionsOfTheFile() throws IOException {
        Files.writeString(path, "port = 1\n");
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
        change("port", "2");
        assertThat(Files.getPosixFilePermissions(path)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(path).hasContent("port = 2\n");
        assertThat(folder).isDirectoryContaining(path::equals).isDirectoryNotContaining(each -> !each.equals(path));
    }

    @Test
    void keepsASymbolicLink() throws IOException {
        Path elsewhere = Files.writeString(folder.resolve("elsewhere"), "port = 1\n");
        Files.createSymbolicLink(path, elsewhere);
        change("port", "2");
        assertThat(path).isSymbolicLink();
        assertThat(elsewhere).hasContent("port = 2\n");
    }

    @Test
    void lettersBeyondAsciiAreReadBackUnchanged() throws IOException {
        change("apiPassword", "gr\u00fc\u00df \\ = # \u20ac");
        assertThat(file.read().written()).isEqualTo(Map.of("apiPassword", "gr\u00fc\u00df \\ = # \u20ac"));
        assertThat(Files.readString(path, StandardCharsets.US_ASCII)).contains("\\u20AC");
    }

    @Test
    void anUnparsableFileIsReportedAndNotChanged() throws IOException {
        Files.writeString(path, "host = \\u00zz\n");
        assertThatThrownBy(() -> change("port", "2"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("zz");
        assertThat(path).hasContent("host = \\u00zz\n");
    }

    @Test
    void aFailedWriteIsReported() {
        Path nowhere = folder.resolve("missing/x.cfg");
        assertThatThrownBy(() -> of(nowhere).write(of(nowhere).read().with(Map.of("port", "1"))))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(nowhere + " can't be written");
    }

    private void change(String key, String value) throws IOException {
        FileContent content = file.read();
        Map<String, Object> settings = new LinkedHashMap<>(content.written());
        if (value == null) {
            settings.remove(key);
        } else {
            settings.put(key, value);
        }
        file.write(content.with(settings));
    }

    private static ConfigurationFile of(Path path) {
        return new ConfigurationFile(
                path,
                StandardCharsets.ISO_8859_1,
                (name, key, value) -> "karaf.etc".equals(value) ? "/etc/karaf" : null);
    }
}
