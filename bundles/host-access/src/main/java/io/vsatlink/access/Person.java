/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.access;

import java.util.Optional;
import java.util.Set;
import javax.security.auth.Subject;

/**
 * A person as the host has authenticated them.
 *
 * @param from the origin of the call: {@code web(10.0.0.7)}
 * @param roles the names of the person's roles
 * @param subject the subject that the host's login filled
 * @param standing a digest of the person's entries in the host's user files at the login; empty if no file contains the
 *     person
 */
public record Person(String user, String from, Set<String> roles, Subject subject, Optional<String> standing) {
    public Person {
        roles = Set.copyOf(roles);
    }
}
