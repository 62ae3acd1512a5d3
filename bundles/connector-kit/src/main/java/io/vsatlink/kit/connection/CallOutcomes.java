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
import java.util.Optional;

/** What the outcome of a call says of the connection. That of a client which is no longer in use says nothing. */
final class CallOutcomes<C extends RemoteClient> {
    private final ConnectionRules rules;
    private final CurrentConnection<C> current;
    private final RefusedAccess refused;
    private final RetryTimer retry;

    CallOutcomes(ConnectionRules rules, CurrentConnection<C> current, RefusedAccess refused, RetryTimer retry) {
        this.rules = rules;
        this.current = current;
        this.refused = refused;
        this.retry = retry;
    }

    void works(C used) {
        synchronized (current) {
            if (current.isBy(used)) {
                retry.works();
                if (current.is(ConnectionState.UNREACHABLE)) {
                    current.conclude(used, ConnectionState.CONNECTED, rules.server() + " responds again");
                }
            }
        }
    }

    void failed(C used, VendorException failure) {
        if (failure instanceof Unauthorized refusal) {
            if (refusal.mayPass()) {
                tokenRefused(used, refusal);
            } else {
                refused(used, refusal);
            }
        } else if (failure.status().isEmpty()) {
            unanswered(used, failure);
        }
    }

    private void refused(C used, Unauthorized refusal) {
        Optional<Access> with;
        synchronized (current) {
            if (!current.isBy(used)) {
                return;
            }
            with = current.access();
        }
        // takes a while, so not under the lock
        with.ifPresent(refused::remember);
        current.refuse(used, refusal.getMessage());
    }

    /** All running calls get this refusal; it counts once. */
    private void tokenRefused(C used, Unauthorized refusal) {
        synchronized (current) {
            if (current.isBy(used) && !retry.set()) {
                retry.after(refusal)
                        .ifPresent(next -> current.conclude(
                                used,
                                ConnectionState.REFUSED,
                                refusal.getMessage() + "; next attempt at " + Shown.time(next)));
            }
        }
    }

    private void unanswered(C used, VendorException failure) {
        synchronized (current) {
            if (current.is(ConnectionState.CONNECTED)) {
                current.conclude(used, ConnectionState.UNREACHABLE, failure.getMessage());
            }
        }
    }
}
