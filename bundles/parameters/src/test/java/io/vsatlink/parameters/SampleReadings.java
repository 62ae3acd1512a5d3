package io.vsatlink.parameters;

import java.time.Instant;
import java.util.List;

/** Readings as elements define theirs. */
public interface SampleReadings {

    /** A row of a table. */
    @TableKey("name")
    record Line(String name, long length) {}

    @Reading(value = "How it is", notified = true)
    String getStatus();

    @Reading(value = "How many there are", unit = "rows")
    long getTotal();

    @Reading("When it was")
    Instant getLastPolled();

    @Reading("All lines")
    List<Line> getLines();

    @Operation("Does it")
    String poll();
}
