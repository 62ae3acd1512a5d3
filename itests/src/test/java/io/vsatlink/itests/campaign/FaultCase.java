/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.campaign;

import java.util.function.Predicate;

/**
 * A row of the table of faults.
 *
 * @param line of the table in {@code docs/faults.md}
 * @param rules for the simulator, with ' for " and the placeholders of {@link Position#place}; {@code {other}} is the
 *     address of another vendor
 * @param slow runs only in the campaign
 * @param places where it has this result
 */
record FaultCase(int line, String name, String rules, End end, boolean slow, Predicate<Position> places) {

    static FaultCase ruled(int line, String name, String rules, End end) {
        return new FaultCase(line, name, "[" + rules + "]", end, false, position -> true);
    }

    /** A fault of the page at the position. */
    static FaultCase page(int line, String name, String what, End end) {
        return ruled(line, name, "{'path':'{path}','page':{page}," + what + "}", end);
    }

    /** A fault of the page at the position, only the first time it is requested. */
    static FaultCase once(int line, String name, String what, End end) {
        return page(line, name, "'times':1," + what, end);
    }

    /** A fault of every page. */
    static FaultCase every(int line, String name, String what, End end) {
        return ruled(line, name, "{'path':'{path}'," + what + "}", end);
    }

    FaultCase slowly() {
        return new FaultCase(line, name, rules, end, true, places);
    }

    FaultCase onlyAt(Predicate<Position> other) {
        return new FaultCase(line, name, rules, end, slow, other);
    }

    boolean fits(Position position) {
        return places.test(position);
    }

    @Override
    public String toString() {
        return line + " " + name;
    }
}
