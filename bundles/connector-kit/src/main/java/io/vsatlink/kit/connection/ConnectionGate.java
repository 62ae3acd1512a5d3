/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.kit.connection;

import io.vsatlink.api.store.ElementMemory;
import io.vsatlink.parameters.ChangeSignal;
import io.vsatlink.parameters.Shown;
import io.vsatlink.remote.RemoteClient;
import io.vsatlink.remote.VendorClient;
import io.vsatlink.remote.failure.Unauthorized;
import io.vsatlink.remote.failure.VendorException;
import io.vsatlink.remote.login.Access;
import io.vsatlink.remote.login.RefusedLogin;
import io.vsatlink.remote.login.RetryTimer;
import io.vsatlink.remote.profile.VendorProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds the client and decides whether it may be used. Thread-safe. {@link #start}, {@link #tick} and {@link #attempt} alone log
 * in; call them on the element's own thread. While the element may not call, there is no client at all.
 *
 * @param <C> the client that the connector uses
 */
public final class ConnectionGate<C extends RemoteClient> implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ConnectionGate.class);

    private final ConnectionRules rules;
    private final Clients<C> clients;
    private final RefusedAccess refused;
    private final RetryTimer retry;
    private final ChangeSignal changes;

    private volatile Connection connection = new Connection(ConnectionState.NOT_CONFIGURED, "");
    private Access access;

    /** Whether a login is pending, unless these credentials were the last ones refused. */
    private boolean wanted;

    /** Whether the last login succeeded and its token was not refused since. */
    private boolean loggedIn;

    /** @param changes fired with every change of the state */
    public ConnectionGate(
            ConnectionRules rules,
            Function<Access, C> connect,
            ElementMemory memory,
            String element,
            RetryTimer retry,
            ChangeSignal changes) {
        this.rules = rules;
        this.clients = new Clients<>(connect);
        this.refused = new RefusedAccess(new RefusedLogin(memory, element, rules.memory()), rules.judged());
        this.retry = retry;
        this.changes = changes;
    }

    /** The state, and the reason that belongs to it. */
    public Connection connection() {
        return connection;
    }

    /** The address and credentials for the login; empty while unknown, or while the element may not call. */
    private synchronized Optional<Access> access() {
        return Optional.ofNullable(access);
    }

    /**
     * A separate client for checking a profile, without effect on the calls of the element or its login. To be
     * closed by the caller.
     *
     * @throws IllegalStateException with a sentence while the element may not call
     */
    public VendorClient trial(VendorProfile tried) {
        Access with =
                access().orElseThrow(() -> new IllegalStateException("no call can be made: " + connection.reason()));
        return new VendorClient(tried, with.endpoint(), with.credentials());
    }

    /** The client to use; empty unless the last login succeeded and calls are allowed. */
    public synchronized Optional<C> client() {
        ConnectionState state = connection.state();
        boolean usable = state == ConnectionState.CONNECTED || (state == ConnectionState.UNREACHABLE && loggedIn);
        return usable ? Optional.of(clients.current()) : Optional.empty();
    }

    /**
     * Applies new settings. A new host, port or pair of credentials needs a new login; running calls continue with the
     * old ones.
     *
     * @param next address and credentials; empty while a required setting is missing or invalid
     * @param missing the name of that setting
     */
    public synchronized void use(Optional<Access> next, String missing) {
        if (next.isEmpty()) {
            withdraw(ConnectionState.NOT_CONFIGURED, missing + " is missing or invalid");
        } else if (!next.get().equals(access)) {
            retire();
            access = next.get();
            wanted = rules.byItself();
            if (wanted) {
                set(
                        ConnectionState.CONNECTING,
                        "about to log in at " + access.endpoint().base());
            } else {
                set(ConnectionState.NOT_LOGGED_IN, "the settings have changed; log in to use them");
            }
        }
    }

    /** Forbids all calls until {@link #use}. */
    public synchronized void disable(String why) {
        withdraw(ConnectionState.DISABLED, why);
    }

    private void withdraw(ConnectionState next, String why) {
        retire();
        access = null;
        wanted = false;
        set(next, why);
    }

    /**
     * The vendor profile has changed: a new client is created and logs in, unless the settings require a person to do that.
     * Running calls continue with the old one.
     */
    public synchronized void reconnect() {
        retire();
        if (access == null || connection.state() == ConnectionState.NOT_LOGGED_IN) {
            return;
        }
        if (rules.byItself()) {
            wanted = true;
        } else {
            // the profile may be the reason why the login was refused
            Instant unused = retry.in(Duration.ZERO);
        }
        set(ConnectionState.CONNECTING, "the vendor profile has changed; about to log in");
    }

    /** Creates the client with everything that calls need, which takes a while; makes no call. */
    public void prepare() {
        C prepared;
        synchronized (this) {
            prepared = access == null ? null : clients.connected(access);
        }
        if (prepared == null) {
            return;
        }
        try {
            prepared.prepare();
        } catch (VendorException e) {
            LOG.debug("the next login will fail with this error too, and report it", e);
        }
    }

    /** Logs in at a start if nothing else does, unless these credentials were the last ones refused. */
    public void start() {
        synchronized (this) {
            wanted = access != null;
        }
        tick();
    }

    /** Logs in if due: after a change of the settings, or to retry an unreachable server. */
    public void tick() {
        Access current;
        boolean judged;
        synchronized (this) {
            if (!due()) {
                return;
            }
            current = access;
            judged = wanted || rules.byItself();
        }
        if (judged && refused.is(current)) {
            refusedBefore(current);
        } else {
            attempt();
        }
    }

    /** Whether a login is due. */
    public synchronized boolean due() {
        return access != null && (wanted || retry.due());
    }

    private synchronized void refusedBefore(Access current) {
        if (current.equals(access)) {
            wanted = false;
            retry.clear();
            set(ConnectionState.REFUSED, "these credentials were refused before" + rules.until());
        }
    }

    /** Logs in with one attempt, regardless of earlier refusals. Does nothing while the element may not call. */
    public void attempt() {
        C attempted;
        Access with;
        synchronized (this) {
            if (access == null) {
                return;
            }
            attempted = clients.connected(access);
            with = access;
            wanted = false;
            loggedIn = false;
            retry.clear();
            set(ConnectionState.CONNECTING, "waiting for " + access.endpoint().base());
        }
        try {
            attempted.login();
            refused.forget();
            conclude(
                    attempted,
                    ConnectionState.CONNECTED,
                    "logged in as " + with.credentials().username());
        } catch (Unauthorized e) {
            refused.remember(with);
            conclude(attempted, ConnectionState.REFUSED, e.getMessage() + rules.until());
        } catch (VendorException e) {
            loginFailed(attempted, e);
        }
    }

    private synchronized void loginFailed(C attempted, VendorException e) {
        if (!clients.isCurrent(attempted)) {
            return;
        }
        Optional<Instant> next = retry.after(e);
        if (next.isEmpty()) {
            // a retry can't help: the next attempt begins with another client
            retire();
        }
        String then = next.map(time -> "; next attempt at " + Shown.time(time)).orElse(rules.until());
        set(ConnectionState.UNREACHABLE, e.getMessage() + then);
    }

    /** A call succeeded: the token is valid. */
    public synchronized void works(C used) {
        if (clients.isCurrent(used)) {
            retry.works();
            if (connection.state() == ConnectionState.UNREACHABLE) {
                conclude(used, ConnectionState.CONNECTED, rules.server() + " responds again");
            }
        }
    }

    /**
     * A call failed. If we are refused, no call is made until a person acts, or until the next automatic login if
     * only the token was not accepted.
     */
    public void failed(C used, VendorException failure) {
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
        Access current;
        synchronized (this) {
            if (!clients.isCurrent(used)) {
                return;
            }
            current = access;
        }
        refused.remember(current);
        conclude(used, ConnectionState.REFUSED, refusal.getMessage() + rules.until());
    }

    /** All running calls get this refusal; it counts once. */
    private synchronized void tokenRefused(C used, Unauthorized refusal) {
        if (clients.isCurrent(used) && !retry.set()) {
            retry.after(refusal)
                    .ifPresent(next -> conclude(
                            used,
                            ConnectionState.REFUSED,
                            refusal.getMessage() + "; next attempt at " + Shown.time(next)));
        }
    }

    private synchronized void unanswered(C used, VendorException failure) {
        if (connection.state() == ConnectionState.CONNECTED) {
            conclude(used, ConnectionState.UNREACHABLE, failure.getMessage());
        }
    }

    /** Closes replaced clients once they are no longer in use. */
    public void closeRetired() {
        List<C> closing;
        synchronized (this) {
            closing = clients.takeRetired();
        }
        closing.forEach(RemoteClient::close);
    }

    /** Aborts the calls in flight; the client stays usable. */
    public void abortCalls() {
        C current;
        synchronized (this) {
            current = clients.current();
        }
        if (current != null) {
            current.abort();
        }
    }

    /** Aborts the calls in flight permanently. */
    @Override
    public void close() {
        synchronized (this) {
            withdraw(ConnectionState.NOT_CONFIGURED, "stopped");
        }
        closeRetired();
    }

    /** Sets the result of a call, unless the settings have changed in the meantime. */
    private synchronized void conclude(C used, ConnectionState outcome, String why) {
        if (clients.isCurrent(used)) {
            loggedIn = outcome != ConnectionState.REFUSED;
            set(outcome, why);
        }
    }

    private void retire() {
        clients.retire();
        loggedIn = false;
        retry.clear();
    }

    private void set(ConnectionState next, String why) {
        Connection before = connection;
        connection = new Connection(next, why);
        if (!connection.equals(before)) {
            LOG.info("{}: {}", rules.shown().apply(next), why);
        }
        changes.fire();
    }
}
