/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.parameters;

import java.util.IdentityHashMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The context of one answer of a user interface. Takes each requested record once, on first use, so that all values of
 * an element in the answer belong to the same moment. For one thread and one answer.
 */
public final class Look {
    private static final Logger LOG = LoggerFactory.getLogger(Look.class);

    private final IdentityHashMap<Object, Taken> taken = new IdentityHashMap<>();

    private record Taken(Object value, RuntimeException failure) {}

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
