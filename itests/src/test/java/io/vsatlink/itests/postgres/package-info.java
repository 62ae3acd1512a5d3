/** The store on a PostgreSQL that somebody else's bundles connect to. */
package io.vsatlink.itests.postgres;
