/**
 * How a query for some rows is answered, whatever the database.
 *
 * <ol>
 *   <li>{@link io.vsatlink.store.query.RowMatcher} says which rows match a query, and in which order they come.
 *   <li>{@link io.vsatlink.store.query.FirstRows} is given all rows one by one and keeps those of the page.
 * </ol>
 */
package io.vsatlink.store.query;
