package io.vsatlink.parameters.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RecentWritesTest {
    private static final String PID = "io.vsatlink.satprov~uat";
    private static final Duration MOMENT = Duration.ofMillis(100);

    private final AtomicLong now = new AtomicLong();
    private final RecentWrites recent = new RecentWrites(now::get);

    @Test
    void whoBringsBackAReplacedValueAtOnceHasNotSeenTheNewOne() {
        recent.note(PID, Map.of("port", "443"), Map.of("port", "8443"));
        assertThat(whole(Map.of("port", "443", "host", "theirs"))).isEqualTo(Map.of("port", "8443", "host", "theirs"));
    }

    @Test
    void aMomentLaterHeMeansIt() {
        recent.note(PID, Map.of("port", "443"), Map.of("port", "8443"));
        now.addAndGet(MOMENT.toNanos() + 1);
        assertThat(whole(Map.of("port", "443"))).isEqualTo(Map.of("port", "443"));
    }

    @Test
    void aValueThatIsNewIsTheirsAndSoIsWhatFollowsIt() {
        recent.note(PID, Map.of("port", "443"), Map.of("port", "8443"));
        assertThat(whole(Map.of("port", "1"))).isEqualTo(Map.of("port", "1"));
        recent.yieldTo(PID, Map.of("port", "1"));
        assertThat(whole(Map.of("port", "443"))).isEqualTo(Map.of("port", "443"));
    }

    @Test
    void aSettingThatWasRemovedOrAddedAtOnceStaysSo() {
        recent.note(PID, Map.of("secret", "s"), Map.of("port", "1"));
        assertThat(whole(Map.of("secret", "s"))).isEqualTo(Map.of("port", "1"));
    }

    @Test
    void eachOfSeveralFormerValuesIsKnownAndTheValueInForceIsNoneOfThem() {
        recent.note(PID, Map.of("port", "1"), Map.of("port", "2"));
        recent.note(PID, Map.of("port", "2"), Map.of("port", "3"));
        recent.note(PID, Map.of("port", "3"), Map.of("port", "2"));
        assertThat(whole(Map.of("port", "1"))).isEqualTo(Map.of("port", "2"));
        assertThat(whole(Map.of("port", "3"))).isEqualTo(Map.of("port", "2"));
        assertThat(whole(Map.of("port", "2"))).isEqualTo(Map.of("port", "2"));
    }

    @Test
    void theEndOfALineThatIsThereIsNoSetting() {
        recent.settled(PID, Map.of("espPirs.interval", "481m", "host", "h"));
        now.addAndGet(Duration.ofHours(1).toNanos());
        Map<String, Object> theirs = Map.of(
                "espPirs.interval", "481m",
                "host", "h",
                "81m", "",
                "rs.interval", "481m",
                "ix.fileinstall.filename", "file:/etc/x.cfg",
                "interval", "1d",
                "colour", "");
        assertThat(recent.unbroken(PID, theirs))
                .isEqualTo(Map.of("espPirs.interval", "481m", "host", "h", "interval", "1d", "colour", ""));
    }

    @Test
    void whoHasReadHalfAFileTakesNothingAway() {
        recent.note(
                PID,
                Map.of("host", "h", "port", "1", "colour", "blue"),
                Map.of("host", "h", "port", "2", "colour", "blue"));
        assertThat(whole(Map.of("host", "theirs", "ile:/etc/x.cfg", "")))
                .isEqualTo(Map.of("host", "theirs", "port", "2", "colour", "blue"));
        assertThat(whole(Map.of("host", "h", "port", "2")))
                .as("one setting may be removed")
                .isEqualTo(Map.of("host", "h", "port", "2"));
    }

    @Test
    void aMomentEndsWhenHeWroteAndNotWhenItIsLookedAt() {
        recent.note(PID, Map.of("host", "h", "port", "1"), Map.of("host", "h", "port", "2"));
        long heard = now.get();
        now.addAndGet(MOMENT.toNanos() + 1);
        assertThat(recent.whole(PID, Map.of(), MOMENT, heard)).isEqualTo(Map.of("host", "h", "port", "2"));
        assertThat(whole(Map.of())).isEmpty();
    }

    @Test
    void whatIsKnownIsThatOfTheLastLook() {
        recent.note(PID, Map.of("host", "h", "port", "1"), Map.of("host", "h", "port", "2"));
        now.addAndGet(MOMENT.toNanos() + 1);
        recent.settled(PID, Map.of("host", "theirs", "port", "2", "colour", "blue"));
        assertThat(whole(Map.of("port", "2"))).isEqualTo(Map.of("host", "theirs", "port", "2", "colour", "blue"));
    }

    private Map<String, Object> whole(Map<String, Object> theirs) {
        return recent.whole(PID, theirs, MOMENT, now.get());
    }
}
