package io.vsatlink.console.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import javax.security.auth.Subject;
import org.junit.jupiter.api.Test;

class SessionsTest {
    private final MovableClock clock = new MovableClock();
    private final Sessions sessions = new Sessions(clock);
    private final Person ada = new Person("ada", Set.of("admin"), new Subject());

    @Test
    void aSessionEndsHalfAnHourAfterTheLastThingDoneByHandWhateverAPageAsksByItself() {
        String token = sessions.begin(ada);
        clock.pass(Duration.ofMinutes(29));
        assertThat(sessions.find(token, true)).isPresent();
        clock.pass(Duration.ofMinutes(29));
        assertThat(sessions.find(token, false)).isPresent();
        clock.pass(Duration.ofMinutes(2));
        assertThat(sessions.find(token, false)).isEmpty();
        assertThat(sessions.find(token, true)).isEmpty();
    }

    @Test
    void aSessionEndsAfterAShiftAlsoInUse() {
        String token = sessions.begin(ada);
        for (int i = 0; i < 36; i++) {
            assertThat(sessions.find(token, true)).isPresent();
            clock.pass(Duration.ofMinutes(20));
        }
        assertThat(sessions.find(token, true)).isPresent();
        clock.pass(Duration.ofMinutes(1));
        assertThat(sessions.find(token, true)).isEmpty();
    }

    @Test
    void tokensAreOfOneSessionAndEndWithIt() {
        String one = sessions.begin(ada);
        String other = sessions.begin(ada);
        assertThat(one).isNotEqualTo(other).hasSize(43);
        assertThat(sessions.find(one, true).orElseThrow().csrfToken())
                .isNotEqualTo(sessions.find(other, true).orElseThrow().csrfToken())
                .isNotEqualTo(one);
        sessions.end(one);
        assertThat(sessions.find(one, true)).isEmpty();
        assertThat(sessions.find(other, true)).isPresent();
        assertThat(sessions.find("", true)).isEmpty();
    }
}
