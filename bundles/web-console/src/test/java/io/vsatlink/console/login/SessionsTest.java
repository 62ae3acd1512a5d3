/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.console.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.access.Person;
import io.vsatlink.testkit.MovableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.security.auth.Subject;
import org.junit.jupiter.api.Test;

class SessionsTest {
    private final MovableClock clock = new MovableClock();
    private final Set<Person> gone = new HashSet<>();
    private final List<String> ended = new ArrayList<>();
    private final Sessions sessions = new Sessions(
            clock, person -> !gone.contains(person), (person, how) -> ended.add(person.user() + ": " + how));
    private final Person ada = person("ada");

    @Test
    void aSessionEndsHalfAnHourAfterTheLastActionDespitePeriodicRequests() {
        String token = sessions.begin(ada);
        clock.advance(Duration.ofMinutes(29));
        assertThat(sessions.find(token, true)).isPresent();
        clock.advance(Duration.ofMinutes(29));
        assertThat(sessions.find(token, false)).isPresent();
        clock.advance(Duration.ofMinutes(2));
        assertThat(sessions.find(token, false)).isEmpty();
        assertThat(sessions.find(token, true)).isEmpty();
        assertThat(ended).containsExactly("ada: the session ended: it was not used for half an hour");
    }

    @Test
    void aSessionEndsAfterAShiftEvenIfItIsUsed() {
        String token = sessions.begin(ada);
        for (int i = 0; i < 36; i++) {
            assertThat(sessions.find(token, true)).isPresent();
            clock.advance(Duration.ofMinutes(20));
        }
        assertThat(sessions.find(token, true)).isPresent();
        clock.advance(Duration.ofMinutes(1));
        assertThat(sessions.find(token, true)).isEmpty();
        assertThat(ended).containsExactly("ada: the session ended: it lasted for twelve hours");
    }

    @Test
    void aTokenBelongsToOneSessionAndEndsWithIt() {
        String one = sessions.begin(ada);
        String other = sessions.begin(ada);
        assertThat(one).isNotEqualTo(other).hasSize(43);
        assertThat(sessions.find(one, true).orElseThrow().csrfToken())
                .isNotEqualTo(sessions.find(other, true).orElseThrow().csrfToken())
                .isNotEqualTo(one);
        sessions.end(one, "logged out");
        assertThat(sessions.find(one, true)).isEmpty();
        assertThat(sessions.find(other, true)).isPresent();
        assertThat(sessions.find("", true)).isEmpty();
        sessions.end(one, "logged out");
        assertThat(ended).containsExactly("ada: logged out");
    }

    @Test
    void aSessionEndsWhenTheUserChangesInTheHost() {
        String token = sessions.begin(ada);
        String other = sessions.begin(person("max"));
        gone.add(ada);
        assertThat(sessions.find(token, true)).isEmpty();
        assertThat(sessions.find(other, true)).isPresent();
        assertThat(ended)
                .containsExactly(
                        "ada: the session ended: the user, the password or the roles have changed since the login");
    }

    @Test
    void aPersonHasAtMostTwentySessionsAndTheLongestUnusedOneIsReplaced() {
        List<String> tokens = new ArrayList<>();
        String ofMax = sessions.begin(person("max"));
        for (int i = 0; i < 20; i++) {
            clock.advance(Duration.ofSeconds(1));
            tokens.add(sessions.begin(ada));
        }
        assertThat(sessions.find(tokens.get(0), true)).isPresent();
        clock.advance(Duration.ofSeconds(1));
        sessions.begin(ada);
        assertThat(sessions.find(tokens.get(0), true)).as("it was just used").isPresent();
        assertThat(sessions.find(tokens.get(1), true)).isEmpty();
        assertThat(sessions.find(ofMax, true)).isPresent();
        assertThat(sessions.all()).hasSize(21);
    }

    @Test
    void thereAreAtMostFiveHundredSessions() {
        for (int i = 0; i < 1_000; i++) {
            clock.advance(Duration.ofMillis(1));
            sessions.begin(person("user " + i));
        }
        assertThat(sessions.all()).hasSize(500);
        assertThat(sessions.all().get(0).user()).isEqualTo("user 500");
    }

    @Test
    void sessionsAreEndedByTheirDisplayedIdWhichGivesNoAccess() {
        String token = sessions.begin(ada);
        sessions.begin(person("max"));
        Session first = sessions.all().get(0);
        assertThat(first.from()).isEqualTo("web(10.0.0.7)");
        assertThat(token).doesNotContain(first.id());
        assertThat(sessions.find(first.id(), true)).isEmpty();
        assertThat(sessions.endAll(each -> each.id().equals(first.id()), "ended"))
                .isEqualTo(1);
        assertThat(sessions.find(token, true)).isEmpty();
        assertThat(sessions.all()).hasSize(1);
    }

    private static Person person(String user) {
        return new Person(user, "web(10.0.0.7)", Set.of("admin"), new Subject(), Optional.of(user));
    }
}
