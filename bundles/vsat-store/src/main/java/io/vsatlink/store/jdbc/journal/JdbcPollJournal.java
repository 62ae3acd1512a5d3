/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc.journal;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.duty.DutyKind;
import io.vsatlink.api.store.PollJournal;
import io.vsatlink.api.store.PollOutcome;
import io.vsatlink.api.store.PollRecord;
import io.vsatlink.store.dialect.UtcTimes;
import io.vsatlink.store.duty.DutyTransactions;
import io.vsatlink.store.jdbc.table.DatasetTable;
import io.vsatlink.store.jdbc.table.GenerationTable;
import io.vsatlink.store.jdbc.table.LongTextTable;
import io.vsatlink.store.jdbc.table.Slot;
import io.vsatlink.store.jdbc.table.Transactions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Stores polls as rows, numbered in the order in which they ended: a clock may jump, a number does not. */
public final class JdbcPollJournal implements PollJournal {
    private static final String COLUMNS =
            "started_at, ended_at, outcome, reason, generation, pages, items, added, changed, removed, only_changes";

    private final Transactions transactions;
    private final DutyTransactions duties;

    public JdbcPollJournal(Transactions transactions, DutyTransactions duties) {
        this.transactions = transactions;
        this.duties = duties;
    }

    @Override
    public void append(PollRecord poll) {
        Slot slot = new Slot(poll.element(), poll.dataset());
        duties.write(
                DutyKind.POLL,
                poll.element(),
                "the poll journal, " + slot,
                c -> {
                    try (PreparedStatement insert = c.prepareStatement("INSERT INTO poll_history (element, dataset, "
                            + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
                        GenerationTable.bind(insert, 1, slot);
                        UtcTimes times = new UtcTimes();
                        times.set(insert, 3, poll.startedAt());
                        times.set(insert, 4, poll.endedAt());
                        insert.setString(5, poll.outcome().name());
                        insert.setString(6, shortened(poll.reason()));
                        insert.setLong(7, poll.generation());
                        insert.setLong(8, poll.pages());
                        insert.setLong(9, poll.items());
                        insert.setLong(10, poll.added());
                        insert.setLong(11, poll.changed());
                        insert.setLong(12, poll.removed());
                        insert.setBoolean(13, poll.onlyChanges());
                        return insert.executeUpdate();
                    }
                },
                (c, rows) -> isThere(c, slot, poll));
    }

    private static boolean isThere(Connection c, Slot slot, PollRecord poll) throws SQLException {
        try (PreparedStatement select = c.prepareStatement(
                "SELECT 1 FROM poll_history WHERE element = ? AND dataset = ? AND started_at = ? AND ended_at = ?")) {
            GenerationTable.bind(select, 1, slot);
            UtcTimes times = new UtcTimes();
            times.set(select, 3, poll.startedAt());
            times.set(select, 4, poll.endedAt());
            try (ResultSet result = select.executeQuery()) {
                return result.next();
            }
        }
    }

    private static String shortened(String reason) {
        return LongTextTable.beginning(reason);
    }

    @Override
    public Optional<PollRecord> last(String element, Dataset dataset) {
        return newestFirst(element, dataset, "", 1).stream().findFirst();
    }

    @Override
    public Optional<PollRecord> lastSuccess(String element, Dataset dataset) {
        String succeeded = " AND outcome = '" + PollOutcome.SUCCEEDED + "'";
        return newestFirst(element, dataset, succeeded, 1).stream().findFirst();
    }

    @Override
    public List<PollRecord> history(String element, Dataset dataset, int limit) {
        return newestFirst(element, dataset, "", limit);
    }

    private List<PollRecord> newestFirst(String element, Dataset dataset, String condition, int limit) {
        Slot slot = new Slot(element, dataset);
        return transactions.read("the poll journal, " + slot, c -> {
            try (PreparedStatement select = c.prepareStatement("SELECT " + COLUMNS
                    + " FROM poll_history WHERE element = ? AND dataset = ?" + condition + " ORDER BY poll_no DESC"
                    + DatasetTable.FIRST)) {
                GenerationTable.bind(select, 1, slot);
                select.setInt(3, limit);
                List<PollRecord> polls = new ArrayList<>();
                UtcTimes times = new UtcTimes();
                try (ResultSet result = select.executeQuery()) {
                    while (result.next()) {
                        polls.add(read(element, dataset, result, times));
                    }
                }
                return polls;
            }
        });
    }

    private static PollRecord read(String element, Dataset dataset, ResultSet result, UtcTimes times)
            throws SQLException {
        return new PollRecord(
                element,
                dataset,
                times.get(result, 1),
                times.get(result, 2),
                PollOutcome.valueOf(result.getString(3)),
                result.getString(4),
                result.getLong(5),
                result.getInt(6),
                result.getLong(7),
                result.getLong(8),
                result.getLong(9),
                result.getLong(10),
                result.getBoolean(11));
    }
}
