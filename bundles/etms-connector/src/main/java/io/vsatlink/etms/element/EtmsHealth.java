/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.element;

import io.vsatlink.api.element.Health;
import io.vsatlink.api.element.Health.Level;
import io.vsatlink.api.text.Counted;
import io.vsatlink.api.ticket.Outbox;
import io.vsatlink.api.ticket.OutboxCounts;
import io.vsatlink.etms.connection.ConnectionStatus;
import io.vsatlink.etms.element.EtmsElement.Parts;
import io.vsatlink.etms.frontend.PollReport;
import io.vsatlink.etms.request.Requests;
import io.vsatlink.etms.settings.EtmsSettings;
import io.vsatlink.kit.connection.Connection;
import java.util.Optional;
import java.util.function.Supplier;

/** The condition of an element: the first problem found, in the order of importance. */
record EtmsHealth(
        Parts parts,
        EtmsSettings settings,
        String configurationProblems,
        Connection connection,
        Optional<PollReport> lastPoll,
        Supplier<Requests> requests) {

    Health now() {
        if (!configurationProblems.isEmpty()) {
            return new Health(Level.CRITICAL, configurationProblems);
        }
        String storeProblem = parts.runtime().storeProblem();
        if (!storeProblem.isEmpty()) {
            return new Health(Level.CRITICAL, storeProblem);
        }
        String refused = parts.frontend().refused();
        if (settings.frontend() && !refused.isEmpty()) {
            return new Health(Level.CRITICAL, refused);
        }
        ConnectionStatus status = ConnectionStatus.of(connection.state());
        String login = status.label() + ": " + connection.reason();
        return switch (status) {
            case AUTHENTICATION_FAILED, UNREACHABLE -> new Health(Level.CRITICAL, login);
            case NOT_CONFIGURED, CONNECTING, DISABLED -> new Health(Level.WARNING, login);
            case CONNECTED -> settings.frontend() ? frontend() : backend();
        };
    }

    private Health frontend() {
        String elsewhere = parts.frontend().elsewhere();
        if (!elsewhere.isEmpty()) {
            return new Health(Level.OK, elsewhere);
        }
        return lastPoll.filter(poll -> !poll.succeeded())
                .map(poll ->
                        new Health(Level.WARNING, "the last poll failed, the old tickets are kept: " + poll.reason()))
                .or(() -> lastPoll.filter(poll -> !poll.warning().isEmpty())
                        .map(poll -> new Health(Level.WARNING, "the last poll: " + poll.warning())))
                .or(() -> Optional.of(parts.frontend().ticketingProblem())
                        .filter(problem -> !problem.isEmpty())
                        .map(problem -> new Health(Level.WARNING, "the platform's ticketing: " + problem)))
                .orElse(new Health(Level.OK, "the tickets are up to date or being polled"));
    }

    private Health backend() {
        Requests asked = requests.get();
        if (!asked.problem().isEmpty()) {
            return new Health(Level.CRITICAL, asked.problem());
        }
        OutboxCounts counts = asked.counts();
        if (counts.blocked() > 0) {
            return new Health(
                    Level.WARNING,
                    Counted.of(
                            counts.blocked(),
                            "request is blocked and needs a person",
                            "requests are blocked and need a person"));
        }
        return asked.oldestAge().compareTo(Outbox.LONGEST_WAIT) > 0
                ? new Health(
                        Level.WARNING,
                        "the oldest request has been waiting for "
                                + Counted.of(asked.oldestAge().toMinutes(), "minute")
                                + "; etms:request-list shows why")
                : new Health(Level.OK, Counted.of(counts.waiting(), "request waits", "requests wait"));
    }
}
