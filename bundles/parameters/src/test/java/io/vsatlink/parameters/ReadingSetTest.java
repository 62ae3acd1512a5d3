package io.vsatlink.parameters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReadingSetTest {

    /** A table that may be cut, and readings beside it. */
    public interface Cut {
        @Reading("How many wait")
        long getWaiting();

        @Reading("How many are over")
        long getOver();

        @Reading(
                value = "The first ones",
                total = {"Waiting", "Over"})
        List<SampleReadings.Line> getLines();
    }

    private record Counted(long getWaiting, long getOver) implements Cut {
        @Override
        public List<SampleReadings.Line> getLines() {
            return List.of();
        }
    }

    @Test
    void aTableThatIsCutSaysOfHowManyRows() throws Exception {
        ReadingSet readings = ReadingSet.of(Cut.class, new Counted(900, 5_000));
        assertThat(readings.total("Lines", Reading.MOST_ROWS)).isEqualTo(5_900);
    }

    @Test
    void aTableThatIsWholeHasAsManyRowsAsItShows() throws Exception {
        ReadingSet readings = ReadingSet.of(Cut.class, new Counted(900, 5_000));
        assertThat(readings.total("Lines", 7)).isEqualTo(7);
        assertThat(ReadingSet.of(Cut.class, new Counted(1, 2)).total("Lines", Reading.MOST_ROWS))
                .isEqualTo(Reading.MOST_ROWS);
    }

    /** Names a reading that is not there. */
    public interface Astray {
        @Reading(value = "The first ones", total = "Totl")
        List<SampleReadings.Line> getLines();
    }

    @Test
    void theReadingThatSaysSoMustBeThere() {
        assertThatThrownBy(() -> ReadingSet.of(Astray.class, List::of))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("has no reading Totl beside it");
    }
}
