/**
 * Answers queries for some rows, independently of the database.
 *
 * <ol>
 *   <li>{@link io.vsatlink.store.query.RowMatcher} decides which rows match a query, and their order.
 *   <li>{@link io.vsatlink.store.query.FirstRows} receives all rows one by one and keeps those of the page.
 * </ol>
 */
package io.vsatlink.store.query;
