/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.postgresql;

import io.vsatlink.parameters.Restriction;
import java.util.Optional;
import java.util.Properties;
import org.postgresql.Driver;

/** Which JDBC URLs lead to a PostgreSQL database. Passwords in a URL are refused before, as for every URL of this kind. */
final class DatabaseUrl {
    static final Restriction RESTRICTION = new Restriction(DatabaseUrl::objection, "");

    private static final String BEGINNING = "jdbc:postgresql://";

    private DatabaseUrl() {}

    private static Optional<String> objection(String url) {
        if (!url.startsWith(BEGINNING)) {
            return Optional.of("it does not begin with " + BEGINNING);
        }
        return Driver.parseURL(url, new Properties()) == null
                ? Optional.of("the driver of PostgreSQL cannot read it")
                : Optional.empty();
    }
}
