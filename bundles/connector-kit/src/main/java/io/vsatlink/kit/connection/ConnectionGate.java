/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.kit.connection;

import io.vsatlink.parameters.ChangeSignal;
import io.vsatlink.remote.RemoteClient;
import io.vsatlink.remote.VendorClient;
import io.vsatlink.remote.failure.VendorException;
import io.vsatlink.remote.login.Access;
import io.vsatlink.remote.login.RefusedLogin;
import io.vsatlink.remote.login.RetryTimer;
import io.vsatlink.remote.profile.VendorProfile;
import io.vsatlink.remote.recording.CallObserver;
import java.time.Duration;
import java.time.Instant;
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
    private final RetryTimer retry;
    private final CurrentConnection<C> current;
    private final Login<C> login;
    private final CallOutcomes<C> outcomes;

    /**
     * @param last the login that was refused last, beyond a restart
     * @param changes fired with every change of the state
     */
    public ConnectionGate(
            ConnectionRules rules,
            Function<Access, C> connect,
            RefusedLogin last,
            RetryTimer retry,
            ChangeSignal changes) {
        this.rules = rules;
        this.retry = retry;
        RefusedAccess refused = new RefusedAccess(last, rules.judged());
        current = new CurrentConnection<>(rules, connect, retry, changes);
        login = new Login<>(rules, current, refused, retry);
        outcomes = new CallOutcomes<>(rules, current, refused, retry);
    }

    /** The state, and the reason that belongs to it. */
    public Connection connection() {
        return current.shown();
    }

    /** Has somebody see all calls from now on, those for checking a profile too. */
    public void observe(CallObserver observer) {
        current.observe(observer);
    }

    /**
     * A separate client for checking a profile, without effect on the calls of the element or its login. To be
     * closed by the caller.
     *
     * @throws IllegalStateException with a sentence while the element may not call
     */
    public VendorClient trial(VendorProfile tried) {
        Access with = current.access()
                .orElseThrow(() -> new IllegalStateException(
                        "no call can be made: " + connection().reason()));
        return current.observed(new VendorClient(tried, with.endpoint(), with.credentials()));
    }

    /** The client to use; empty unless the last login succeeded and calls are allowed. */
    public Optional<C> client() {
        return current.usable();
    }

    /**
     * Applies new settings. A new host, port or pair of credentials needs a new login; running calls continue with the
     * old ones.
     *
     * @param next address and credentials; empty while a required setting is missing or invalid
     * @param missing the name of that setting
     */
    public void use(Optional<Access> next, String missing) {
        synchronized (current) {
            if (next.isEmpty()) {
                current.withdraw(ConnectionState.NOT_CONFIGURED, missing + " is missing or invalid");
            } else if (!current.isAt(next.get())) {
                current.moveTo(next.get(), rules.byItself());
                if (rules.byItself()) {
                    current.set(
                            ConnectionState.CONNECTING,
                            "about to log in at " + next.get().endpoint().base());
                } else {
                    current.set(ConnectionState.NOT_LOGGED_IN, "the settings have changed; log in to use them");
                }
            }
        }
    }

    /** Forbids all calls until {@link #use}. */
    public void disable(String why) {
        current.withdraw(ConnectionState.DISABLED, why);
    }

    /**
     * The vendor profile has changed: a new client is created and logs in, unless the settings require a person to do that.
     * Running calls continue with the old one.
     */
    public void reconnect() {
        synchronized (current) {
            current.retire();
            if (current.access().isEmpty() || current.is(ConnectionState.NOT_LOGGED_IN)) {
                return;
            }
            if (rules.byItself()) {
                current.want(true);
            } else {
                // the profile may be the reason why the login was refused
                Instant unused = retry.in(Duration.ZERO);
            }
            current.set(ConnectionState.CONNECTING, "the vendor profile has changed; about to log in");
        }
    }

    /** Creates the client with everything that calls need, which takes a while; makes no call. */
    public void prepare() {
        Optional<C> prepared = current.client();
        if (prepared.isPresent()) {
            try {
                prepared.get().prepare();
            } catch (VendorException e) {
                LOG.debug("the next login will fail with this error too, and report it", e);
            }
        }
    }

    /** Logs in at a start if nothing else does, unless these credentials were the last ones refused. */
    public void start() {
        synchronized (current) {
            current.want(current.access().isPresent());
        }
        tick();
    }

    /** Logs in if due: after a change of the settings, or to retry an unreachable server. */
    public void tick() {
        login.ifDue();
    }

    /** Whether a login is due. */
    public boolean due() {
        return login.due();
    }

    /** Logs in with one attempt, regardless of earlier refusals. Does nothing while the element may not call. */
    public void attempt() {
        login.attempt();
    }

    /** A call succeeded: the token is valid. */
    public void works(C used) {
        outcomes.works(used);
    }

    /**
     * A call failed. If we are refused, no call is made until a person acts, or until the next automatic login if
     * only the token was not accepted.
     */
    public void failed(C used, VendorException failure) {
        outcomes.failed(used, failure);
    }

    /** Closes replaced clients once they are no longer in use. */
    public void closeRetired() {
        current.takeRetired().forEach(RemoteClient::close);
    }

    /** Aborts the calls in flight; the client stays usable. */
    public void abortCalls() {
        current.existing().ifPresent(RemoteClient::abort);
    }

    /** Aborts the calls in flight permanently. */
    @Override
    public void close() {
        current.withdraw(ConnectionState.NOT_CONFIGURED, "stopped");
        closeRetired();
    }
}
