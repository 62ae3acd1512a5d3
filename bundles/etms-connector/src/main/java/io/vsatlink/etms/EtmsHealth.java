package io.vsatlink.etms;

import io.vsatlink.api.element.Health;
import io.vsatlink.api.element.Health.Level;
import io.vsatlink.api.store.StoreException;
import io.vsatlink.api.text.Counted;
import io.vsatlink.api.ticket.Outbox;
import io.vsatlink.api.ticket.OutboxCounts;
import io.vsatlink.etms.EtmsElement.Parts;
import io.vsatlink.etms.connection.ConnectionStatus;
import java.time.Duration;
import java.util.Optional;

/** How an element is: what is wrong first. */
record EtmsHealth(Parts parts, EtmsSettings settings, String configurationProblems) {

    Health now() {
        if (!configurationProblems.isEmpty()) {
            return new Health(Level.CRITICAL, configurationProblems);
        }
        if (!parts.runtime().storeProblem().isEmpty()) {
            return new Health(Level.CRITICAL, parts.runtime().storeProblem());
        }
        String refused = parts.frontend().refused();
        if (settings.frontend() && !refused.isEmpty()) {
            return new Health(Level.CRITICAL, refused);
        }
        ConnectionStatus status = ConnectionStatus.of(parts.gate().state());
        String connection = status.label() + ": " + parts.gate().reason();
        return switch (status) {
            case AUTHENTICATION_FAILED, UNREACHABLE -> new Health(Level.CRITICAL, connection);
            case NOT_CONFIGURED, CONNECTING, DISABLED -> new Health(Level.WARNING, connection);
            case CONNECTED -> settings.frontend() ? frontend() : backend();
        };
    }

    private Health frontend() {
        return parts.frontend()
                .lastPoll()
                .filter(poll -> !poll.succeeded())
                .map(poll ->
                        new Health(Level.WARNING, "the last poll failed, the old tickets are kept: " + poll.reason()))
                .or(() -> parts.frontend()
                        .lastPoll()
                        .filter(poll -> !poll.warning().isEmpty())
                        .map(poll -> new Health(Level.WARNING, "the last poll: " + poll.warning())))
                .or(() -> Optional.of(parts.frontend().ticketingProblem())
                        .filter(problem -> !problem.isEmpty())
                        .map(problem -> new Health(Level.WARNING, "the platform's ticketing: " + problem)))
                .orElse(new Health(Level.OK, "the tickets are up to date or being polled"));
    }

    private Health backend() {
        try {
            OutboxCounts counts = parts.outbox().counts(settings.system());
            if (counts.blocked() > 0) {
                return new Health(
                        Level.WARNING,
                        Counted.of(
                                counts.blocked(),
                                "request is blocked and needs a person",
                                "requests are blocked and need a person"));
            }
            Duration oldest =
                    counts.oldest() == null ? Duration.ZERO : parts.requestAge().of(counts.oldest());
            return oldest.compareTo(Outbox.LONGEST_WAIT) > 0
                    ? new Health(
                            Level.WARNING,
                            "the oldest request has been waiting for " + Counted.of(oldest.toMinutes(), "minute")
                                    + "; etms:request-list shows why")
                    : new Health(Level.OK, Counted.of(counts.waiting(), "request waits", "requests wait"));
        } catch (StoreException e) {
            return new Health(Level.CRITICAL, e.getMessage());
        }
    }
}
