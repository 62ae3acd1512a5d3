package io.vsatlink.itests.campaign;

import io.vsatlink.api.dataset.Dataset;

/**
 * A row of the table of faults.
 *
 * @param line of the table in {@code docs/faults.md}
 * @param rules for the simulator, with ' for " and the placeholders of {@link Position#place}; {@code {other}} is another
 *     vendor's address
 * @param slow left to the campaign
 * @param manyRows whether it needs more rows than customers have
 */
record FaultCase(int line, String name, String rules, End end, boolean slow, boolean manyRows) {

    static FaultCase ruled(int line, String name, String rules, End end) {
        return new FaultCase(line, name, "[" + rules + "]", end, false, false);
    }

    /** Of the page at the position. */
    static FaultCase page(int line, String name, String what, End end) {
        return ruled(line, name, "{'path':'{path}','page':{page}," + what + "}", end);
    }

    /** Of the page at the position, the first time it is asked for. */
    static FaultCase once(int line, String name, String what, End end) {
        return page(line, name, "'times':1," + what, end);
    }

    /** Of every page. */
    static FaultCase every(int line, String name, String what, End end) {
        return ruled(line, name, "{'path':'{path}'," + what + "}", end);
    }

    FaultCase slowly() {
        return new FaultCase(line, name, rules, end, true, manyRows);
    }

    FaultCase ofManyRows() {
        return new FaultCase(line, name, rules, end, slow, true);
    }

    boolean fits(Position position) {
        return !manyRows || position.dataset() != Dataset.CUSTOMERS;
    }

    @Override
    public String toString() {
        return line + " " + name;
    }
}
