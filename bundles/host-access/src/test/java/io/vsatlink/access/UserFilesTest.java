/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.testkit.MovableClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import javax.security.auth.Subject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserFilesTest {
    private static final String GROUP = "_g_\\:admingroup = group,admin,manager,viewer\n";

    private final MovableClock clock = new MovableClock();
    private Instant saved = Instant.parse("2026-11-24T21:00:00Z");

    @TempDir
    private Path etc;

    private Path file;
    private UserFiles users;

    @BeforeEach
    void aKarafsFile() throws IOException {
        file = etc.resolve("users.properties");
        users = new UserFiles(() -> List.of(file), clock);
        save("ada = secret,_g_:admingroup\nvera = x,viewer\n" + GROUP);
    }

    @Test
    void anUnchangedUserKeepsAccessWhenOthersChange() throws IOException {
        Person ada = loggedIn("ada");
        save("# another order\n" + GROUP + "ada = secret,_g_:admingroup\nmax = y,manager\n");
        assertThat(settledStill(ada)).isTrue();
    }

    @Test
    void detectsRemovedUsersAndChangedRolesAndPasswords() throws IOException {
        Person ada = loggedIn("ada");
        Person vera = loggedIn("vera");
        save("ada = secret,_g_:admingroup\n" + GROUP);
        assertThat(settledStill(vera)).isFalse();
        assertThat(settledStill(ada)).isTrue();
        save("ada = secret,viewer\n" + GROUP);
        assertThat(settledStill(ada)).isFalse();
        save("ada = other,_g_:admingroup\n" + GROUP);
        assertThat(settledStill(ada)).isFalse();
        save("ada = secret,_g_:admingroup\n_g_\\:admingroup = group,viewer\n");
        assertThat(settledStill(ada)).isFalse();
        save("ada = secret,_g_:admingroup\n" + GROUP);
        assertThat(settledStill(ada)).isTrue();
    }

    @Test
    void aFileThatIsBeingWrittenEndsNoSession() throws IOException {
        Person ada = loggedIn("ada");
        save("");
        assertThat(users.isStill(ada)).isTrue();
        clock.advance(Duration.ofMillis(900));
        assertThat(users.isStill(ada)).isTrue();
        save("ada = secret,_g_:admingroup\n" + GROUP);
        assertThat(users.isStill(ada)).isTrue();
        assertThat(settledStill(ada)).isTrue();
    }

    @Test
    void aLoginWithANewPasswordDuringTheChangeKeepsAccess() throws IOException {
        loggedIn("ada");
        settledStill(loggedIn("vera"));
        save("ada = new,_g_:admingroup\n" + GROUP);
        Person ada = loggedIn("ada");
        assertThat(users.isStill(ada)).isTrue();
        assertThat(settledStill(ada)).isTrue();
    }

    @Test
    void aUserInNoFileKeepsAccess() throws IOException {
        Person fromLdap = loggedIn("lea");
        assertThat(fromLdap.standing()).isEmpty();
        assertThat(settledStill(fromLdap)).isTrue();
    }

    @Test
    void withoutTheFileNobodyIsKnown() throws IOException {
        Person ada = loggedIn("ada");
        Files.delete(file);
        users = new UserFiles(() -> Files.exists(file) ? List.of(file) : List.of(), clock);
        assertThat(settledStill(ada)).isFalse();
    }

    @Test
    void anUnreadableFileEndsNoSession() throws IOException {
        Person ada = loggedIn("ada");
        save("ada = \\u12\n");
        assertThat(settledStill(ada)).isTrue();
    }

    @Test
    void thePasswordIsNotStored() {
        assertThat(users.standing("ada").orElseThrow()).doesNotContain("secret").hasSize(64);
    }

    private Person loggedIn(String user) {
        return new Person(user, "web(10.0.0.7)", Set.of(), new Subject(), users.standing(user));
    }

    /** Waits until the file counts as unchanged. */
    private boolean settledStill(Person person) {
        users.isStill(person);
        clock.advance(Duration.ofSeconds(2));
        return users.isStill(person);
    }

    private void save(String text) throws IOException {
        Files.writeString(file, text, StandardCharsets.ISO_8859_1);
        // two saves within one tick of the file system's clock are outside this test
        saved = saved.plusSeconds(1);
        Files.setLastModifiedTime(file, FileTime.from(saved));
    }
}
