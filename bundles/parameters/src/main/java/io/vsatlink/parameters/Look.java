/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.parameters;

import java.util.IdentityHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The context of one answer of a user interface. Takes each requested record once, on first use, so that all values of
 * an element in the answer belong to the same moment. For one thread and one answer.
 */
public final class Look {
    private static final Logger LOG = LoggerFactory.getLogger(Look.class);

    private final IdentityHashMap<Object, Taken> taken = new IdentityHashMap<>();

    private final boolean tables;

    private record Taken(Object value, RuntimeException failure) {}

    /** A look at everything. */
    public Look() {
        this(true);
    }

    private Look(boolean tables) {
        this.tables = tables;
    }

    /** A look at these parameters only; if none of them is a table, no element reads its tables for it. */
    public static Look at(Stream<Parameter> parameters) {
        return new Look(parameters.anyMatch(Parameter::table));
    }

    /** Whether the answer may contain tables. */
    boolean tables() {
        return tables;
    }

    /**
     * Returns the record as it was when this answer first asked for it.
     *
     * @param source the supplier of the record; the same object always stands for the same record
     * @throws ReadingException if the record could not be taken, with the reason
     */
    @SuppressWarnings("unchecked") // a source always returns the same type
    <T> T once(Object source, Supplier<T> take) throws ReadingException {
        Taken found = taken.computeIfAbsent(source, key -> take(take));
        if (found.failure() != null) {
            throw new ReadingException(String.valueOf(found.failure().getMessage()));
        }
        return (T) found.value();
    }

    private static Taken take(Supplier<?> take) {
        try {
            return new Taken(take.get(), null);
        } catch (RuntimeException e) {
            LOG.debug("The readings can't be taken", e);
            return new Taken(null, e);
        }
    }
}
