/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc.table;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.Set;

/**
 * It is unknown whether a commit took effect: the connection was lost before the answer, or a standby that must confirm the
 * commit has not done so.
 */
final class CommitInDoubt extends SQLException {
    private static final long serialVersionUID = 1L;

    /** PostgreSQL's "canceling wait for synchronous replication": committed on the primary, perhaps nowhere else. */
    private static final String UNCONFIRMED = "01000";

    /** "Statement completion unknown", in the class of the transactions that were rolled back. */
    private static final String UNKNOWN = "40003";

    /** The classes of failures after which nothing is committed: constraint, state of the transaction, rollback. */
    private static final Set<String> ROLLED_BACK = Set.of("23", "25", "40");

    private CommitInDoubt(SQLException cause) {
        super(cause.getMessage(), cause.getSQLState(), cause);
    }

    /**
     * Commits.
     *
     * @throws CommitInDoubt if it may have taken effect, and may not have; after any other exception it has not
     */
    static void commit(Connection connection) throws SQLException {
        connection.clearWarnings();
        try {
            connection.commit();
        } catch (SQLException e) {
            throw rolledBack(e) ? e : new CommitInDoubt(e);
        }
        for (SQLWarning each = connection.getWarnings(); each != null; each = each.getNextWarning()) {
            if (UNCONFIRMED.equals(each.getSQLState())) {
                throw new CommitInDoubt(each);
            }
        }
    }

    private static boolean rolledBack(SQLException failure) {
        String state = failure.getSQLState();
        return state != null
                && state.length() == 5
                && ROLLED_BACK.contains(state.substring(0, 2))
                && !state.equals(UNKNOWN);
    }
}
