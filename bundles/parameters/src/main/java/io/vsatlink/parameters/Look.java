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
 * What one answer of a window is made of. Each record that it asks for is taken once, at the first question, so that all that
 * the answer says of an element belongs to one moment. For one thread and one answer.
 */
public final class Look {
    private static final Logger LOG = LoggerFactory.getLogger(Look.class);

    private final IdentityHashMap<Object, Taken> taken = new IdentityHashMap<>();

    private record Taken(Object value, RuntimeException failure) {}

    /**
     * The record as it was when this answer asked for it first.
     *
     * @param source whose it is: the same object for the same record
     * @throws ReadingException where it could not be taken, with the reason
     */
    @SuppressWarnings("unchecked") // a source always gives the same type
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
