/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.postgresql;

import io.vsatlink.parameters.Values;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The settings of a pool, parsed. {@code toString} does not contain the password.
 *
 * @param url accepted by {@link DatabaseUrl}; empty for no pool
 * @param user empty for the driver's default
 * @param password empty for none
 */
record PoolSettings(String url, String user, String password, int size) {

    /** Returns nothing while a setting has no valid value: a bad password must not be taken for none. */
    static Optional<PoolSettings> of(Values values) {
        return of(values, "databaseUrl");
    }

    /** The same for the standby. */
    static Optional<PoolSettings> ofStandby(Values values) {
        return of(values, "readDatabaseUrl");
    }

    private static Optional<PoolSettings> of(Values values, String url) {
        String missing = values.missing(Stream.of(url, "databaseUser", "databasePassword"), Stream.of("poolSize"));
        return missing.isEmpty()
                ? Optional.of(new PoolSettings(
                        values.text(url), values.text("databaseUser"), values.text("databasePassword"), (int)
                                values.number("poolSize")))
                : Optional.empty();
    }

    boolean wanted() {
        return !url.isEmpty();
    }

    /** The address without the parameters that follow it. */
    String server() {
        return url.replaceFirst("\\?.*", "").replaceFirst("^jdbc:", "");
    }

    @Override
    public String toString() {
        return "PoolSettings[" + server() + ", " + user + ", " + size + "]";
    }
}
