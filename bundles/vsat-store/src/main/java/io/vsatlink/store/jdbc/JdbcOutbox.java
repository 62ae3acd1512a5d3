package io.vsatlink.store.jdbc;

import io.vsatlink.api.ticket.Claim;
import io.vsatlink.api.ticket.Claimant;
import io.vsatlink.api.ticket.Outbox;
import io.vsatlink.api.ticket.OutboxCounts;
import io.vsatlink.api.ticket.OutboxEntry;
import io.vsatlink.api.ticket.Receipt;
import io.vsatlink.api.ticket.RequestState;
import io.vsatlink.api.ticket.TicketRequest;
import io.vsatlink.store.jdbc.OutboxTable.Found;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Requests as rows. Each change names the claim that it belongs to, by its fence, so that it stays right where several
 * containers share a database.
 */
final class JdbcOutbox implements Outbox {
    private static final int LONGEST_ERROR = 2_000;

    /** What any claim leaves when it is void: a call may be on its way that nobody hears of. */
    private static final String FREE = "UPDATE outbox SET state = 'WAITING', may_have_arrived = TRUE, lease_end = NULL"
            + " WHERE state = 'CLAIMED' AND ";

    private final Transactions transactions;
    private final OutboxTable table;
    private final Clock clock;

    JdbcOutbox(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.table = new OutboxTable(transactions.database().dialect());
        this.clock = clock;
    }

    @Override
    public Receipt accept(String system, TicketRequest request, String ticketId) {
        return write(system, c -> {
            List<String> unique = OutboxTable.unique(request, "");
            List<Found> first = unique.get(0).isEmpty()
                    ? List.of()
                    : table.select(c, "outbox_by_unique_key", table.first(), 1, unique.get(0), unique.get(1), system);
            boolean duplicate = !first.isEmpty();
            long id = duplicate
                    ? first.get(0).entry().id()
                    : table.insert(
                            c, system, TicketNames.line(c, system, request.reference(), ticketId), request, now());
            OutboxEntry entry = found(c, system, id).orElseThrow();
            return new Receipt(id, duplicate, entry.state(), entry.ticketId());
        });
    }

    @Override
    public void startOver(Claimant claimant) {
        write(
                "earlier claims",
                c -> OutboxTable.update(
                        c,
                        FREE + "claimed_in = ? AND (claimed_by = ? OR claimed_start <> ?)",
                        claimant.container(),
                        claimant.element(),
                        claimant.start()));
    }

    @Override
    public List<Claim> claim(String system, Claimant claimant, int limit) {
        Instant now = now();
        boolean any = read(system, c -> mayClaim(c, system, now));
        return any ? write(system, c -> claim(c, system, claimant, now, limit)) : List.of();
    }

    /** Looked at before, for a look keeps nobody else from writing. */
    private boolean mayClaim(Connection c, String system, Instant now) throws SQLException {
        return !table.select(c, "outbox_by_state", table.due(), 1, system, now).isEmpty()
                || !table.select(
                                c,
                                "outbox_by_state",
                                "WHERE o.system_name = ? AND o.state = 'CLAIMED' AND o.lease_end < ?",
                                1,
                                system,
                                now)
                        .isEmpty();
    }

    private List<Claim> claim(Connection c, String system, Claimant claimant, Instant now, int limit)
            throws SQLException {
        OutboxTable.update(c, FREE + "system_name = ? AND lease_end < ?", system, now);
        List<Claim> claims = new ArrayList<>();
        for (Found due : table.select(c, "outbox_by_state", table.due(), limit, system, now)) {
            int taken = OutboxTable.update(
                    c,
                    "UPDATE outbox SET state = 'CLAIMED', attempts = attempts + 1, fence = fence + 1, claimed_by = ?,"
                            + " claimed_in = ?, claimed_start = ?, lease_end = ?"
                            + " WHERE id = ? AND state = 'WAITING' AND fence = ?",
                    claimant.element(),
                    claimant.container(),
                    claimant.start(),
                    now.plus(claimant.lease()),
                    due.entry().id(),
                    due.fence());
            if (taken == 1) {
                claims.add(new Claim(found(c, system, due.entry().id()).orElseThrow(), due.fence() + 1));
            }
        }
        return claims;
    }

    @Override
    public boolean delivered(Claim claim, String ticketId) {
        return conclude(
                claim,
                "state = 'DELIVERED', may_have_arrived = FALSE, last_error = '', delivered_at = ?",
                c -> {
                    String system = claim.entry().system();
                    TicketNames.learn(c, system, line(c, claim.entry().id()), ticketId);
                },
                now());
    }

    @Override
    public boolean retryAt(Claim claim, Instant at, String error, boolean mayHaveArrived) {
        return conclude(
                claim,
                "state = 'WAITING', next_attempt_at = ?, last_error = ?, may_have_arrived = ?",
                c -> {},
                at,
                shortened(error),
                mayHaveArrived || claim.entry().mayHaveArrived());
    }

    @Override
    public boolean block(Claim claim, String error) {
        return conclude(claim, "state = 'BLOCKED', last_error = ?", c -> {}, shortened(error));
    }

    private interface AndThen {
        void on(Connection connection) throws SQLException;
    }

    private boolean conclude(Claim claim, String changes, AndThen then, Object... values) {
        return write(claim.entry().system(), c -> {
            Object[] parameters = new Object[values.length + 2];
            System.arraycopy(values, 0, parameters, 0, values.length);
            parameters[values.length] = claim.entry().id();
            parameters[values.length + 1] = claim.fence();
            int concerned = OutboxTable.update(
                    c,
                    "UPDATE outbox SET " + changes
                            + ", lease_end = NULL WHERE id = ? AND state = 'CLAIMED' AND fence = ?",
                    parameters);
            if (concerned == 1) {
                then.on(c);
            }
            return concerned == 1;
        });
    }

    @Override
    public Optional<OutboxEntry> retry(String system, long id) {
        return decide(system, id, "('BLOCKED', 'DISCARDED')", RequestState.WAITING);
    }

    @Override
    public Optional<OutboxEntry> discard(String system, long id) {
        return decide(system, id, "('BLOCKED', 'WAITING')", RequestState.DISCARDED);
    }

    private Optional<OutboxEntry> decide(String system, long id, String from, RequestState to) {
        return write(system, c -> {
            int concerned = OutboxTable.update(
                    c,
                    "UPDATE outbox SET state = ?, next_attempt_at = ? WHERE system_name = ? AND id = ? AND state IN "
                            + from,
                    to.name(),
                    now(),
                    system,
                    id);
            return concerned == 0 ? Optional.empty() : found(c, system, id);
        });
    }

    @Override
    public Optional<OutboxEntry> find(String system, long id) {
        return read(system, c -> found(c, system, id));
    }

    private Optional<OutboxEntry> found(Connection c, String system, long id) throws SQLException {
        return table.select(c, "outbox_newest_first", "WHERE o.system_name = ? AND o.id = ?", 1, system, id).stream()
                .map(Found::entry)
                .findFirst();
    }

    @Override
    public List<OutboxEntry> entries(String system, int limit) {
        return read(system, c -> {
            List<Found> found = new ArrayList<>(table.select(
                    c,
                    "outbox_by_state",
                    "WHERE o.system_name = ? AND o.state IN " + OutboxTable.OPEN + " ORDER BY o.id",
                    limit,
                    system));
            if (found.size() < limit) {
                found.addAll(table.select(
                        c,
                        "outbox_newest_first",
                        "WHERE o.system_name = ? AND o.state NOT IN " + OutboxTable.OPEN + " ORDER BY o.id DESC",
                        limit - found.size(),
                        system));
            }
            return found.stream().map(Found::entry).toList();
        });
    }

    @Override
    public OutboxCounts counts(String system) {
        return read(system, c -> {
            Map<RequestState, Long> counts = new EnumMap<>(RequestState.class);
            try (PreparedStatement select =
                    c.prepareStatement("SELECT state, COUNT(*) FROM outbox WHERE system_name = ? GROUP BY state")) {
                select.setString(1, system);
                try (ResultSet result = select.executeQuery()) {
                    while (result.next()) {
                        counts.put(RequestState.valueOf(result.getString(1)), result.getLong(2));
                    }
                }
            }
            return new OutboxCounts(
                    counts.getOrDefault(RequestState.WAITING, 0L) + counts.getOrDefault(RequestState.CLAIMED, 0L),
                    counts.getOrDefault(RequestState.DELIVERED, 0L),
                    counts.getOrDefault(RequestState.BLOCKED, 0L),
                    oldest(c, system));
        });
    }

    private static Instant oldest(Connection c, String system) throws SQLException {
        try (PreparedStatement select = c.prepareStatement(
                "SELECT MIN(created_at) FROM outbox WHERE system_name = ? AND state IN " + OutboxTable.OPEN)) {
            select.setString(1, system);
            try (ResultSet result = select.executeQuery()) {
                result.next();
                return new UtcTimes().get(result, 1);
            }
        }
    }

    @Override
    public List<OutboxEntry> deliveredUpdates(String system, String ticketId, int limit) {
        String rest = "WHERE o.line = (SELECT n.line FROM ticket_name n WHERE n.system_name = ? AND n.name = ?)"
                + " AND o.kind = 'UPDATE' AND o.state = 'DELIVERED' ORDER BY o.id DESC";
        return read(system, c -> table.select(c, "outbox_by_line", rest, limit, system, ticketId).stream()
                .map(Found::entry)
                .toList());
    }

    /** Deletes what was over before this moment. */
    void prune(Instant cutoff) {
        write("old requests", c -> {
            OutboxTable.update(c, "DELETE FROM outbox WHERE state = 'DELIVERED' AND delivered_at < ?", cutoff);
            // when it was given up is its last "next attempt"
            OutboxTable.update(c, "DELETE FROM outbox WHERE state = 'DISCARDED' AND next_attempt_at < ?", cutoff);
            TicketNames.prune(c);
            return null;
        });
    }

    private static long line(Connection c, long id) throws SQLException {
        try (PreparedStatement select = c.prepareStatement("SELECT line FROM outbox WHERE id = ?")) {
            select.setLong(1, id);
            try (ResultSet result = select.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        }
    }

    private static String shortened(String error) {
        return error.length() <= LONGEST_ERROR ? error : error.substring(0, LONGEST_ERROR);
    }

    private Instant now() {
        return clock.instant();
    }

    private <T> T read(String system, Transactions.Work<T> work) {
        return transactions.read("the outbox of " + system, work);
    }

    private <T> T write(String system, Transactions.Work<T> work) {
        return transactions.write("the outbox of " + system, work);
    }
}
