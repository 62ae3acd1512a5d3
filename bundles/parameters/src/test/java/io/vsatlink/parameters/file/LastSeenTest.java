/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.parameters.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LastSeenTest {
    private static final String PID = "io.vsatlink.satprov~uat";

    private final AtomicLong now = new AtomicLong();
    private final LastSeen seen = new LastSeen(now::get);

    @Test
    void aReplacedValueWrittenDuringASetIsIgnored() {
        seen.set(PID, Map.of("port", "443"), Map.of("port", "8443"));
        assertThat(seen.joined(PID, Map.of("port", "443", "host", "theirs")))
                .isEqualTo(Map.of("port", "8443", "host", "theirs"));
    }

    @Test
    void aReplacedValueWrittenLaterIsIntended() {
        seen.set(PID, Map.of("port", "443"), Map.of("port", "8443"));
        now.addAndGet(Duration.ofHours(1).toNanos());
        assertThat(seen.joined(PID, Map.of("port", "443")))
                .as("however long it takes to write")
                .isEqualTo(Map.of("port", "8443"));
        seen.begin(PID);
        assertThat(seen.whole(PID, Map.of("port", "443"))).isEqualTo(Map.of("port", "443"));
        assertThat(seen.meant(PID, Map.of("port", "8443"), Map.of("port", "443")))
                .isEqualTo(Map.of("port", "443"));
        assertThat(seen.undone(PID, Map.of("port", "443", "host", "theirs"))).isEmpty();
    }

    @Test
    void aSettingResetTogetherWithAnotherChangeIsReported() {
        seen.set(PID, Map.of("port", "443"), Map.of("port", "8443"));
        assertThat(seen.undone(PID, Map.of("port", "443", "host", "theirs"))).containsExactly("port");
        assertThat(seen.undone(PID, Map.of("port", "443"))).isEmpty();
        assertThat(seen.undone(PID, Map.of("port", "1", "host", "theirs"))).isEmpty();
    }

    @Test
    void aNewValueOfAnotherWriterIsAccepted() {
        seen.set(PID, Map.of("port", "443"), Map.of("port", "8443"));
        assertThat(seen.joined(PID, Map.of("port", "1"))).isEqualTo(Map.of("port", "1"));
    }

    @Test
    void ourValueThatAnotherWriterHasReplacedIsOldToo() {
        Map<String, Object> theirs = Map.of("port", "1");
        seen.set(PID, Map.of("port", "443"), Map.of("port", "8443"));
        seen.saw(PID, theirs);
        assertThat(seen.meant(PID, theirs, Map.of("port", "8443")))
                .as("FileInstall has read our file before theirs")
                .isEqualTo(theirs);
        now.addAndGet(Duration.ofHours(1).toNanos());
        seen.begin(PID);
        assertThat(seen.meant(PID, theirs, Map.of("port", "8443"))).isEqualTo(Map.of("port", "8443"));
        seen.set(PID, theirs, Map.of("port", "8443"));
        assertThat(seen.joined(PID, theirs)).isEqualTo(Map.of("port", "8443"));
    }

    @Test
    void removedAndAddedSettingsAreAccepted() {
        seen.set(PID, Map.of("secret", "s"), Map.of("port", "1"));
        assertThat(seen.joined(PID, Map.of("secret", "s"))).isEqualTo(Map.of("port", "1"));
    }

    @Test
    void allFormerValuesAreKnownExceptTheValueInForce() {
        seen.set(PID, Map.of("port", "1"), Map.of("port", "2"));
        seen.set(PID, Map.of("port", "2"), Map.of("port", "3"));
        seen.set(PID, Map.of("port", "3"), Map.of("port", "2"));
        assertThat(seen.joined(PID, Map.of("port", "1"))).isEqualTo(Map.of("port", "2"));
        assertThat(seen.joined(PID, Map.of("port", "3"))).isEqualTo(Map.of("port", "2"));
        assertThat(seen.joined(PID, Map.of("port", "2"))).isEqualTo(Map.of("port", "2"));
    }

    @Test
    void theFragmentOfAnExistingLineIsNotASetting() {
        seen.saw(PID, Map.of("espPirs.interval", "481m", "host", "h"));
        now.addAndGet(Duration.ofHours(1).toNanos());
        Map<String, Object> theirs = Map.of(
                "espPirs.interval", "481m",
                "host", "h",
                "81m", "",
                "rs.interval", "481m",
                "ix.fileinstall.filename", "file:/etc/x.cfg",
                "ile", "/etc/x.cfg",
                "/etc/x.cfg", "",
                "interval", "1d",
                "colour", "");
        assertThat(seen.whole(PID, theirs))
                .isEqualTo(Map.of("espPirs.interval", "481m", "host", "h", "interval", "1d", "colour", ""));
    }

    @Test
    void aWriterThatReadAnEmptiedFileRemovesNothing() {
        Map<String, Object> known = Map.of("host", "h", "port", "2", "colour", "blue");
        seen.saw(PID, known);
        assertThat(seen.whole(PID, Map.of())).isEqualTo(known);
        assertThat(seen.whole(PID, Map.of("host", "theirs")))
                .isEqualTo(Map.of("host", "theirs", "port", "2", "colour", "blue"));
        assertThat(seen.whole(PID, Map.of("host", "h", "port", "2")))
                .as("one setting may be removed")
                .isEqualTo(Map.of("host", "h", "port", "2"));
        assertThat(seen.whole(PID, Map.of("host", "h")))
                .as("several, too, where another one stays as it is")
                .isEqualTo(Map.of("host", "h"));
        seen.forget(PID);
        assertThat(seen.whole(PID, Map.of())).isEmpty();
    }

    @Test
    void theFileWinsOverAConfigurationReadFromAnIncompleteOrEarlierFile() {
        assertThat(seen.meant(PID, Map.of("host", "h"), Map.of("host", "x"))).isEqualTo(Map.of("host", "h"));
        Map<String, Object> file = Map.of("host", "h", "port", "2", "colour", "blue");
        seen.set(PID, Map.of("host", "h", "port", "1", "colour", "blue"), file);
        assertThat(seen.meant(PID, file, Map.of())).isEqualTo(file);
        assertThat(seen.meant(PID, file, Map.of("host", "h", "port", "1", "colour", "blue")))
                .isEqualTo(file);
        Map<String, Object> edited = Map.of("host", "theirs", "port", "2");
        assertThat(seen.meant(PID, edited, file)).isEqualTo(edited);
    }

    @Test
    void aChangeOfTheConfigurationOnlyIsAccepted() {
        Map<String, Object> file = Map.of("host", "h", "port", "2");
        seen.saw(PID, file);
        assertThat(seen.meant(PID, file, Map.of("host", "h", "port", "3", "colour", "blue")))
                .isEqualTo(Map.of("host", "h", "port", "3", "colour", "blue"));
        assertThat(seen.meant(PID, file, Map.of("host", "h"))).isEqualTo(Map.of("host", "h"));
        assertThat(seen.meant(PID, Map.of("host", "edited", "port", "2"), Map.of("host", "h", "port", "3")))
                .isEqualTo(Map.of("host", "edited", "port", "3"));
    }
}
