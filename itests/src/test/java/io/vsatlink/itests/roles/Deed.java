/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.roles;

import java.util.Optional;
import java.util.Set;

/**
 * A row of the table: something that a person may try.
 *
 * @param what how the attempt is called, for instance {@code vsat:list}
 * @param may who is let
 */
record Deed(String what, Set<Person> may, Attempt attempt) {

    /** Whoever reads. */
    static final Set<Person> READERS = Set.of(Person.VIEWER, Person.MANAGER, Person.ADMIN);

    /** Whoever changes what can be changed back. */
    static final Set<Person> DOERS = Set.of(Person.MANAGER, Person.ADMIN);

    /** Whoever decides on what is gone afterwards. */
    static final Set<Person> DECIDERS = Set.of(Person.ADMIN);

    interface Attempt {
        /**
         * @return the refusal, or nothing where it was done
         * @throws Exception where it failed for another reason
         */
        Optional<String> by(Person person) throws Exception;
    }
}
