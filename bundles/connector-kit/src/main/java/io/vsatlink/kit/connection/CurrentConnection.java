/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.kit.connection;

import io.vsatlink.parameters.ChangeSignal;
import io.vsatlink.remote.RemoteClient;
import io.vsatlink.remote.login.Access;
import io.vsatlink.remote.login.RetryTimer;
import io.vsatlink.remote.recording.CallObserver;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where and as whom the element calls, by which client, and how far it is with its login. Each method is one moment; whoever
 * needs several to be one holds the lock of this object.
 */
final class CurrentConnection<C extends RemoteClient> {
    private static final Logger LOG = LoggerFactory.getLogger(CurrentConnection.class);

    private final ConnectionRules rules;
    private final Clients<C> clients;
    private final RetryTimer retry;
    private final ChangeSignal changes;

    private volatile CallObserver observer = CallObserver.NOBODY;
    private volatile Connection shown = new Connection(ConnectionState.NOT_CONFIGURED, "");
    private Access access;

    /** Whether a login is pending, unless these credentials were the last ones refused. */
    private boolean wanted;

    /** Whether the last login succeeded and its token was not refused since. */
    private boolean loggedIn;

    CurrentConnection(ConnectionRules rules, Function<Access, C> connect, RetryTimer retry, ChangeSignal changes) {
        this.rules = rules;
        this.clients = new Clients<>(access -> observed(connect.apply(access)));
        this.retry = retry;
        this.changes = changes;
    }

    /** Has somebody see the calls of each client that is made from now on. */
    void observe(CallObserver next) {
        observer = next;
    }

    <R extends RemoteClient> R observed(R client) {
        client.observe(observer);
        return client;
    }

    /** The state, and the reason that belongs to it. */
    Connection shown() {
        return shown;
    }

    boolean is(ConnectionState state) {
        return shown.state() == state;
    }

    /** The address and credentials for the login; empty while unknown, or while the element may not call. */
    synchronized Optional<Access> access() {
        return Optional.ofNullable(access);
    }

    synchronized boolean isAt(Access other) {
        return other.equals(access);
    }

    /** Whether this client is still the one in use. */
    synchronized boolean isBy(C client) {
        return clients.isCurrent(client);
    }

    /** The client, which is created where there is none; empty while the element may not call. */
    synchronized Optional<C> client() {
        return access().map(clients::connected);
    }

    /** The client where there is one already. */
    synchronized Optional<C> existing() {
        return Optional.ofNullable(clients.current());
    }

    /** The client for calls; empty unless the last login succeeded. */
    synchronized Optional<C> usable() {
        boolean usable = is(ConnectionState.CONNECTED) || (is(ConnectionState.UNREACHABLE) && loggedIn);
        return usable ? existing() : Optional.empty();
    }

    /** Whether a login is pending. */
    synchronized boolean wanted() {
        return wanted;
    }

    synchronized void want(boolean login) {
        wanted = login;
    }

    /** No call any more. */
    synchronized void withdraw(ConnectionState next, String why) {
        retire();
        access = null;
        wanted = false;
        set(next, why);
    }

    /** Running calls continue with the old client. */
    synchronized void moveTo(Access next, boolean login) {
        retire();
        access = next;
        wanted = login;
    }

    /** The next one to call gets another client, which has to log in. */
    synchronized void retire() {
        clients.retire();
        loggedIn = false;
        retry.clear();
    }

    synchronized List<C> takeRetired() {
        return clients.takeRetired();
    }

    /** A login begins. */
    synchronized void begin(String why) {
        wanted = false;
        loggedIn = false;
        retry.clear();
        set(ConnectionState.CONNECTING, why);
    }

    /** The vendor takes nothing from us until a person acts. */
    void refuse(C used, String why) {
        conclude(used, ConnectionState.REFUSED, why + rules.until());
    }

    /** Sets the result of a call, unless the settings have changed in the meantime. */
    synchronized void conclude(C used, ConnectionState outcome, String why) {
        if (isBy(used)) {
            loggedIn = outcome != ConnectionState.REFUSED;
            set(outcome, why);
        }
    }

    synchronized void set(ConnectionState next, String why) {
        Connection before = shown;
        shown = new Connection(next, why);
        if (!shown.equals(before)) {
            LOG.info("{}: {}", rules.shown().apply(next), why);
        }
        changes.fire();
    }
}
