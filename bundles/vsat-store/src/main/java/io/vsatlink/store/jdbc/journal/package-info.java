/**
 * Data beside the listings' rows: {@link io.vsatlink.store.jdbc.journal.JdbcPollJournal} has the polls that ended,
 * {@link io.vsatlink.store.jdbc.journal.JdbcElementMemory} the facts that an element remembers across restarts.
 */
package io.vsatlink.store.jdbc.journal;
