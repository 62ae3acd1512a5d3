/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.access;

import java.util.Optional;
import java.util.Set;
import javax.security.auth.Subject;

/**
 * Who the host says somebody is.
 *
 * @param from where they came from: {@code web(10.0.0.7)}
 * @param roles the names of their roles
 * @param subject as the host's login filled it
 * @param standing what the host's files of users said of them at the login, as a digest; empty where no file names them
 */
public record Person(String user, String from, Set<String> roles, Subject subject, Optional<String> standing) {
    public Person {
        roles = Set.copyOf(roles);
    }
}
