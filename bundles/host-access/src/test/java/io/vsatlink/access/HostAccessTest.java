/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vsatlink.access.Caller.Door;
import io.vsatlink.testkit.MovableClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.security.auth.login.AppConfigurationEntry;
import javax.security.auth.login.AppConfigurationEntry.LoginModuleControlFlag;
import javax.security.auth.login.Configuration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Uses a real JAAS realm that reads its users from a file, as Karaf's does. */
class HostAccessTest {
    private static final Caller CONSOLE = new Caller(Door.WEB, "10.0.0.7");
    private static final Caller SCRAPER = new Caller(Door.METRICS, "10.0.0.7");

    private final MovableClock clock = new MovableClock();
    private final List<String> audit = new ArrayList<>();
    private final Roles roles = new Roles();
    private final HostAccess access = new HostAccess(roles, audit::add, clock);

    @TempDir
    private Path etc;

    @BeforeEach
    void aHost() throws Exception {
        roles.apply(Map.of("get*", "viewer,admin"));
        Path users = etc.resolve("users.properties");
        Files.writeString(users, "ada = secret,admin\nmax = secret,viewer\nstan = secret,ssh\n");
        Configuration.setConfiguration(new Configuration() {
            @Override
            public AppConfigurationEntry[] getAppConfigurationEntry(String name) {
                return new AppConfigurationEntry[] {
                    new AppConfigurationEntry(
                            FileRealm.class.getName(),
                            LoginModuleControlFlag.REQUIRED,
                            Map.of("users", users.toString()))
                };
            }
        });
    }

    @AfterEach
    void noRealm() {
        Configuration.setConfiguration(null);
    }

    @Test
    void aKnownUserLogsInWithTheirRolesAndIsLogged() throws Exception {
        Person ada = access.logIn("ada", "secret", CONSOLE);
        assertThat(ada.roles()).isEqualTo(Set.of("admin"));
        assertThat(ada.subject().getPrincipals())
                .anyMatch(each -> each.getClass().getSimpleName().equals("ClientPrincipal")
                        && each.getName().equals("web(10.0.0.7)"));
        access.ended(ada, "logged out");
        assertThat(audit).containsExactly("ada by web(10.0.0.7): logged in", "ada by web(10.0.0.7): logged out");
    }

    @Test
    void aRefusalIsLoggedWithTheNameOnlyIfTheHostHasThatUser() {
        assertThat(refused("ada", "guess", CONSOLE).status()).isEqualTo(401);
        assertThat(refused("my-password-by-mistake", "x", CONSOLE).status()).isEqualTo(401);
        assertThat(refused("stan", "secret", CONSOLE).status()).isEqualTo(403);
        assertThat(refused("x".repeat(201), "x", CONSOLE).status()).isEqualTo(401);
        assertThat(audit)
                .containsExactly(
                        "nobody by web(10.0.0.7): refused to log in as ada: wrong user name or password",
                        "nobody by web(10.0.0.7): refused to log in as an unknown user: wrong user name or password",
                        "nobody by web(10.0.0.7): refused to log in as stan: none of the roles allows access",
                        "nobody by web(10.0.0.7): refused to log in as an unknown user: wrong user name or password");
    }

    @Test
    void guessesOnAllInterfacesAreSlowedDownTogetherAndOthersBehindTheSameProxyAreNot() throws Exception {
        for (int i = 0; i < 100; i++) {
            refused("stan", "guess " + i, i % 2 == 0 ? CONSOLE : SCRAPER);
            refused("nobody " + i, "guess " + i, SCRAPER);
        }
        LoginRefused waits = refused("stan", "secret", CONSOLE);
        assertThat(waits.status()).isEqualTo(429);
        assertThat(waits.retryAfterSeconds()).isPositive();
        assertThat(access.logIn("ada", "secret", CONSOLE).user()).isEqualTo("ada");
        assertThat(access.logIn("ada", "secret", SCRAPER).user()).isEqualTo("ada");
    }

    @Test
    void aForbiddenActionIsLoggedWithTheNameAndHidesNoPasswordGuessing() throws Exception {
        Person ada = access.logIn("ada", "secret", CONSOLE);
        access.refused(ada, "None of your roles may call\npoll.");
        assertThat(audit).last().isEqualTo("ada by web(10.0.0.7): refused: None of your roles may call\\npoll.");
        for (int i = 0; i < 100; i++) {
            access.refused(ada, "None of your roles may call poll.");
        }
        assertThat(audit).hasSize(31);
        access.refused(access.logIn("max", "secret", CONSOLE), "None of your roles may call poll.");
        assertThat(audit).last().isEqualTo("max by web(10.0.0.7): refused: None of your roles may call poll.");
        refused("ada", "guess", CONSOLE);
        assertThat(audit).last().asString().startsWith("nobody by web(10.0.0.7): refused to log in as ada");
    }

    @Test
    void aFloodOfRefusalsIsLoggedAsThirtyLinesAMinuteAndACount() {
        for (int i = 0; i < 500; i++) {
            refused("name " + i, "guess", SCRAPER);
        }
        assertThat(audit).hasSize(30);
        clock.advance(Duration.ofMinutes(1));
        refused("ada", "guess", SCRAPER);
        assertThat(audit)
                .hasSize(32)
                .contains("nobody: 470 more logins were refused within a minute")
                .last()
                .asString()
                .startsWith("nobody by metrics(10.0.0.7): refused to log in as ada");
    }

    @Test
    void aScraperThatSendsItsPasswordEveryTimeIsLoggedOnceAndAgainAfterAPause() throws Exception {
        for (int i = 0; i < 10; i++) {
            access.logIn("ada", "secret", SCRAPER);
            clock.advance(Duration.ofMinutes(1));
        }
        assertThat(audit).containsExactly("ada by metrics(10.0.0.7): logged in");
        clock.advance(Duration.ofHours(2));
        access.logIn("ada", "secret", SCRAPER);
        assertThat(audit).hasSize(2);
    }

    @Test
    void aPersonWhoLosesTheirRoleOrAccountLosesAccess() throws Exception {
        Person ada = access.logIn("ada", "secret", CONSOLE);
        assertThat(access.isStillLetIn(ada)).isTrue();
        roles.apply(Map.of("get*", "viewer"));
        assertThat(access.isStillLetIn(ada)).isFalse();
        roles.apply(Map.of("get*", "viewer,admin"));
        Files.writeString(etc.resolve("users.properties"), "stan = secret,ssh\n");
        access.isStillLetIn(ada);
        clock.advance(Duration.ofSeconds(2));
        assertThat(access.isStillLetIn(ada)).isFalse();
    }

    @Test
    void aHostWithoutARealmRefusesEveryLogin() {
        noRealm();
        assertThat(refused("ada", "secret", CONSOLE).status()).isEqualTo(401);
    }

    private LoginRefused refused(String user, String password, Caller caller) {
        LoginRefused refused = catchThrowableOfType(LoginRefused.class, () -> access.logIn(user, password, caller));
        assertThat(refused).as(user).isNotNull();
        return refused;
    }
}
