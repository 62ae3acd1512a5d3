/**
 * What is kept beside the rows: {@link io.vsatlink.store.jdbc.journal.JdbcPollJournal} has the polls that ended, {@link
 * io.vsatlink.store.jdbc.journal.JdbcElementMemory} what an element remembers from one start to the next.
 */
package io.vsatlink.store.jdbc.journal;
