/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.postgresql;

import io.vsatlink.parameters.Kind;
import io.vsatlink.parameters.Setting;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The settings of the connections to PostgreSQL, each defined only here. */
@ObjectClassDefinition(name = "VsatLink PostgreSQL", description = "Connections to PostgreSQL for the store")
public @interface PostgreSqlConfig {
    String PID = "io.vsatlink.postgresql";

    @Setting(Kind.JDBC_URL)
    @AttributeDefinition(
            required = false,
            description = "Address of the database; empty = no connections, and no DataSource service")
    String databaseUrl() default "";

    @Setting(Kind.JDBC_URL)
    @AttributeDefinition(
            required = false,
            description =
                    "Address of a standby of the database, with the same user and password; empty = no second DataSource service")
    String readDatabaseUrl() default "";

    @Setting(Kind.TEXT)
    @AttributeDefinition(required = false, description = "User of the database")
    String databaseUser() default "";

    @Setting(Kind.SECRET)
    @AttributeDefinition(required = false, description = "Password of the user")
    String databasePassword() default "";

    @Setting(value = Kind.INTEGER, min = "2", max = "100")
    @AttributeDefinition(required = false, description = "The largest number of connections that are open at once")
    String poolSize() default "12";
}
