/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.roles;

import java.util.Optional;
import java.util.Set;

/**
 * A row of the table: an action that a person may try.
 *
 * @param what the name of the action, for instance {@code vsat:list}
 * @param may who is allowed
 */
record Deed(String what, Set<Person> may, Attempt attempt) {

    /** May read. */
    static final Set<Person> READERS = Set.of(Person.VIEWER, Person.MANAGER, Person.ADMIN);

    /** May make reversible changes. */
    static final Set<Person> DOERS = Set.of(Person.MANAGER, Person.ADMIN);

    /** May make irreversible changes. */
    static final Set<Person> DECIDERS = Set.of(Person.ADMIN);

    interface Attempt {
        /**
         * Tries the action.
         *
         * @return the refusal; empty if it was allowed
         * @throws Exception if it failed for another reason
         */
        Optional<String> by(Person person) throws Exception;
    }
}
