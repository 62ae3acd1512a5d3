/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.kit.connection;

import io.vsatlink.parameters.Shown;
import io.vsatlink.remote.RemoteClient;
import io.vsatlink.remote.failure.Unauthorized;
import io.vsatlink.remote.failure.VendorException;
import io.vsatlink.remote.login.Access;
import io.vsatlink.remote.login.RetryTimer;
import java.time.Instant;
import java.util.Optional;

/** Logs in when it is time, on the element's own thread. */
final class Login<C extends RemoteClient> {
    private final ConnectionRules rules;
    private final CurrentConnection<C> current;
    private final RefusedAccess refused;
    private final RetryTimer retry;

    Login(ConnectionRules rules, CurrentConnection<C> current, RefusedAccess refused, RetryTimer retry) {
        this.rules = rules;
        this.current = current;
        this.refused = refused;
        this.retry = retry;
    }

    /** After a change of the settings, or to retry an unreachable server. */
    boolean due() {
        synchronized (current) {
            return current.access().isPresent() && (current.wanted() || retry.due());
        }
    }

    /** Logs in if due, unless these credentials were the last ones refused. */
    void ifDue() {
        refused.settle();
        Access with;
        boolean judged;
        synchronized (current) {
            if (!due()) {
                return;
            }
            with = current.access().orElseThrow();
            judged = current.wanted() || rules.byItself();
        }
        if (judged && refused.is(with)) {
            refusedBefore(with);
        } else {
            attempt();
        }
    }

    private void refusedBefore(Access with) {
        synchronized (current) {
            if (current.isAt(with)) {
                current.want(false);
                retry.clear();
                current.set(ConnectionState.REFUSED, "these credentials were refused before" + rules.until());
            }
        }
    }

    /** One attempt, regardless of earlier refusals. */
    void attempt() {
        C attempted;
        Access with;
        synchronized (current) {
            attempted = current.client().orElse(null);
            if (attempted == null) {
                return;
            }
            with = current.access().orElseThrow();
            current.begin("waiting for " + with.endpoint().base());
        }
        try {
            attempted.login();
            refused.forget();
            current.conclude(
                    attempted,
                    ConnectionState.CONNECTED,
                    "logged in as " + with.credentials().username());
        } catch (Unauthorized e) {
            refused.remember(with);
            current.refuse(attempted, e.getMessage());
        } catch (VendorException e) {
            failed(attempted, e);
        }
    }

    private void failed(C attempted, VendorException e) {
        synchronized (current) {
            if (!current.isBy(attempted)) {
                return;
            }
            Optional<Instant> next = retry.after(e);
            if (next.isEmpty()) {
                // a retry can't help: the next attempt begins with another client
                current.retire();
            }
            String then =
                    next.map(time -> "; next attempt at " + Shown.time(time)).orElse(rules.until());
            current.set(ConnectionState.UNREACHABLE, e.getMessage() + then);
        }
    }
}
