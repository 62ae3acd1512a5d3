/** The only place that differs between database products: opening a database, its SQL and its failures. */
package io.vsatlink.store.dialect;
