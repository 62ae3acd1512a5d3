/** Updates a database to the schema of this version, one numbered and recorded step at a time. */
package io.vsatlink.store.migration;
