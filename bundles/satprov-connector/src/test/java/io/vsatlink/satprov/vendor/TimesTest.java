package io.vsatlink.satprov.vendor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.vsatlink.api.dataset.ColumnType;
import io.vsatlink.api.dataset.TimeValue;
import java.time.Instant;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Times around the hours that a zone skips or has twice: the machine's own zone must not matter. */
class TimesTest {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final TimeZone before = TimeZone.getDefault();

    @AfterEach
    void restoreZone() {
        TimeZone.setDefault(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Europe/Berlin", "America/New_York", "Pacific/Apia"})
    void areKeptToTheLetterAndKnownInUtcWhereverWeAre(String zone) {
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        // the hour that Berlin skips, and the one that it has twice
        assertTime("2026-03-29T02:30:00+01:00", "2026-03-29T01:30:00Z");
        assertTime("2026-10-25T02:30:00+02:00", "2026-10-25T00:30:00Z");
        assertTime("2026-10-25T02:30:00+01:00", "2026-10-25T01:30:00Z");
        // the same of New York, and a day that Apia never had
        assertTime("2026-03-08T02:30:00-05:00", "2026-03-08T07:30:00Z");
        assertTime("2026-11-01T01:30:00-04:00", "2026-11-01T05:30:00Z");
        assertTime("2011-12-30T12:00:00Z", "2011-12-30T12:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Europe/Berlin", "America/New_York", "Pacific/Apia"})
    void areRefusedWhereTheyLeaveRoomForAGuess(String zone) {
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        for (JsonNode value : new JsonNode[] {
            JSON.textNode("2026-03-29T02:30:00"),
            JSON.textNode("2026-03-29"),
            JSON.textNode("29.03.2026 02:30"),
            JSON.textNode("2026-02-30T00:00:00Z"),
            JSON.numberNode(1_774_747_800L),
            JSON.numberNode(1_774_747_800_000L),
            JSON.textNode("")
        }) {
            assertThatThrownBy(() -> Coercion.coerce(value, ColumnType.TIME))
                    .as(value.toString())
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageEndingWith(" is not a time with an offset");
        }
    }

    private static void assertTime(String text, String utc) {
        TimeValue time = (TimeValue) Coercion.coerce(JSON.textNode(text), ColumnType.TIME);
        assertThat(time.text()).isEqualTo(text);
        assertThat(time.instant()).isEqualTo(Instant.parse(utc));
    }
}
