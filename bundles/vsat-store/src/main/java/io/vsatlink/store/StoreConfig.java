/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store;

import io.vsatlink.parameters.Kind;
import io.vsatlink.parameters.Setting;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The settings of the store, each defined only here. */
@ObjectClassDefinition(name = "VsatLink store", description = "The local VSAT database")
public @interface StoreConfig {
    String PID = "io.vsatlink.store";

    @Setting(Kind.TEXT)
    @AttributeDefinition(
            required = false,
            description = "Name of the DataSource service with the database; empty = embedded Derby in the"
                    + " container's data folder")
    String dataSource() default "";

    @Setting(value = Kind.DURATION, min = "1h", max = "3650d")
    @AttributeDefinition(
            required = false,
            description = "How long superseded row versions and the poll history are kept")
    String historyRetention() default "30d";

    @Setting(Kind.TEXT)
    @AttributeDefinition(
            required = false,
            description =
                    "Name of the DataSource service of a PostgreSQL standby, from which exports, pages and tables are"
                            + " read; empty = from the database itself")
    String readDataSource() default "";

    @Setting(value = Kind.DURATION, min = "2s", max = "1d")
    @AttributeDefinition(
            required = false,
            description = "How far the standby may be behind; if it is further, the database itself is read")
    String readLag() default "10s";
}
