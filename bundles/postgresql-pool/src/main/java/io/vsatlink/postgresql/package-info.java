/**
 * Connections to PostgreSQL for the store, as a {@code javax.sql.DataSource} service. Optional: the store works with any such
 * service, and on embedded Derby without one.
 *
 * <ol>
 *   <li>{@link PostgreSqlComponent} wires it in the container: settings, pages, service.
 *   <li>{@link DatabaseUrl} decides which URLs are accepted.
 *   <li>{@link PoolService} opens a pool for the settings in force, registers it, and replaces it when they change.
 *   <li>{@link ConnectionPool} is one pool with its counts.
 *   <li>{@link DriverSource} opens connections with the driver, by limits that the URL may change, and remembers why that failed.
 *   <li>{@link PostgreSqlElement} reports the health and the readings.
 * </ol>
 */
package io.vsatlink.postgresql;
