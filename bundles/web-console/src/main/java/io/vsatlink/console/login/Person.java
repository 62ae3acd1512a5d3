package io.vsatlink.console.login;

import java.util.Set;
import javax.security.auth.Subject;

/**
 * Who the host says somebody is.
 *
 * @param roles the names of his roles
 * @param subject as the host's login filled it
 */
record Person(String user, Set<String> roles, Subject subject) {
    Person {
        roles = Set.copyOf(roles);
    }
}
