/** Brings a database to the schema that this version knows, one numbered and recorded step at a time. */
package io.vsatlink.store.migration;
