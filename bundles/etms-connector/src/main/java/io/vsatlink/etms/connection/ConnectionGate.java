package io.vsatlink.etms.connection;

import io.vsatlink.api.store.ElementMemory;
import io.vsatlink.etms.EtmsSettings;
import io.vsatlink.parameters.ChangeSignal;
import io.vsatlink.parameters.Shown;
import io.vsatlink.remote.Access;
import io.vsatlink.remote.Unauthorized;
import io.vsatlink.remote.VendorException;
import io.vsatlink.remote.login.RefusedLogin;
import io.vsatlink.remote.login.RetryTimer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds the client and says whether it may be used. Thread-safe. {@link #tick} and {@link #attempt} alone log in; they
 * belong on the element's own thread. While the element may not call, there is no client at all.
 */
public final class ConnectionGate implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ConnectionGate.class);

    private static final String UNTIL = "; not tried again until a setting changes or somebody tests the connection";

    private final Function<Access, EtmsApi> connect;
    private final RefusedLogin refused;
    private final RetryTimer retry;
    private final ChangeSignal changes;
    private final List<EtmsApi> retired = new ArrayList<>();

    private ConnectionStatus status = ConnectionStatus.NOT_CONFIGURED;
    private String reason = "";
    private Access access;
    private EtmsApi api;

    /** Whether a login is to come: settings changed, and nobody knows yet what ETMS says to them. */
    private boolean wanted;

    /** @param changes fired with every change of the status */
    public ConnectionGate(
            Function<Access, EtmsApi> connect,
            ElementMemory memory,
            String element,
            RetryTimer retry,
            ChangeSignal changes) {
        this.connect = connect;
        this.refused = new RefusedLogin(memory, element, "etms.refusedLogin");
        this.retry = retry;
        this.changes = changes;
    }

    public synchronized ConnectionStatus status() {
        return status;
    }

    /** One sentence on the status. */
    public synchronized String reason() {
        return reason;
    }

    /** The client to use; empty unless the last login succeeded and calls are allowed. */
    public synchronized Optional<EtmsApi> api() {
        boolean usable = status == ConnectionStatus.CONNECTED || (status == ConnectionStatus.UNREACHABLE && loggedIn());
        return usable ? Optional.of(api) : Optional.empty();
    }

    private boolean loggedIn() {
        return api != null && !wanted && !retry.set();
    }

    /** Takes new settings; calls that are under way go on with what they have, unless none are allowed any more. */
    public synchronized void use(EtmsSettings settings) {
        Access next = settings.handling() ? settings.access().orElse(null) : null;
        if (next != null && next.equals(access)) {
            return;
        }
        retire();
        access = next;
        wanted = next != null;
        if (!settings.handling()) {
            set(ConnectionStatus.DISABLED, "Ticket Handling is off: ETMS is not called, requests wait");
        } else if (next == null) {
            set(ConnectionStatus.NOT_CONFIGURED, "there is no good value for " + settings.missing());
        } else {
            set(
                    ConnectionStatus.CONNECTING,
                    "about to log in at " + next.endpoint().base());
        }
    }

    /** Another vendor profile is in force: a new client is made and logs in; calls that are under way go on. */
    public synchronized void reconnect() {
        if (access != null) {
            retire();
            wanted = true;
            set(ConnectionStatus.CONNECTING, "the vendor profile changed; about to log in");
        }
    }

    /** Logs in where that is due: after a change of the settings, or again where ETMS could not be reached. */
    public void tick() {
        Access current;
        boolean due;
        synchronized (this) {
            current = access;
            due = current != null && (wanted || retry.due());
        }
        if (!due) {
            return;
        }
        if (refused.is(fingerprint(current))) {
            synchronized (this) {
                if (current.equals(access)) {
                    wanted = false;
                    set(ConnectionStatus.AUTHENTICATION_FAILED, "these credentials were refused before" + UNTIL);
                }
            }
            return;
        }
        attempt();
    }

    /** Logs in with one attempt, whatever was refused before. Does nothing while ETMS may not be called. */
    public void attempt() {
        EtmsApi attempted;
        Access with;
        synchronized (this) {
            if (access == null) {
                return;
            }
            if (api == null) {
                api = connect.apply(access);
            }
            attempted = api;
            with = access;
            wanted = false;
            retry.clear();
            set(ConnectionStatus.CONNECTING, "waiting for " + access.endpoint().base());
        }
        try {
            attempted.login();
            refused.forget();
            conclude(
                    attempted,
                    ConnectionStatus.CONNECTED,
                    "logged in as " + with.credentials().username());
        } catch (Unauthorized e) {
            refused.remember(fingerprint(with));
            conclude(attempted, ConnectionStatus.AUTHENTICATION_FAILED, e.getMessage() + UNTIL);
        } catch (VendorException e) {
            loginFailed(attempted, e);
        }
    }

    private synchronized void loginFailed(EtmsApi attempted, VendorException e) {
        if (attempted != api) {
            return;
        }
        Optional<Instant> next = retry.after(e);
        if (next.isPresent()) {
            set(ConnectionStatus.UNREACHABLE, e.getMessage() + "; next attempt at " + Shown.time(next.get()));
        } else {
            set(ConnectionStatus.UNREACHABLE, e.getMessage() + UNTIL);
            // not to be mended by trying: the client counts as not logged in
            retire();
        }
    }

    /** A call succeeded. */
    public void works(EtmsApi used) {
        retry.works();
        if (status() == ConnectionStatus.UNREACHABLE) {
            conclude(used, ConnectionStatus.CONNECTED, "ETMS answers again");
        }
    }

    /**
     * A call failed; where ETMS refuses us, none is made until a person does something, or until the next login by itself
     * where only the token was not taken.
     */
    public void failed(EtmsApi used, VendorException failure) {
        if (failure instanceof Unauthorized refusal && refusal.mayPass()) {
            tokenRefused(used, refusal);
        } else if (failure instanceof Unauthorized) {
            Access current;
            synchronized (this) {
                if (used != api) {
                    return;
                }
                current = access;
            }
            refused.remember(fingerprint(current));
            conclude(used, ConnectionStatus.AUTHENTICATION_FAILED, failure.getMessage() + UNTIL);
        } else if (failure.status().isEmpty() && status() == ConnectionStatus.CONNECTED) {
            conclude(used, ConnectionStatus.UNREACHABLE, failure.getMessage());
        }
    }

    /** The calls under way all meet it, and it counts once. */
    private synchronized void tokenRefused(EtmsApi used, Unauthorized refusal) {
        if (used == api && !retry.set()) {
            retry.after(refusal)
                    .ifPresent(next -> set(
                            ConnectionStatus.AUTHENTICATION_FAILED,
                            refusal.getMessage() + "; next attempt at " + Shown.time(next)));
        }
    }

    /** Closes clients that settings replaced. */
    public void closeRetired() {
        List<EtmsApi> closing;
        synchronized (this) {
            closing = List.copyOf(retired);
            retired.clear();
        }
        closing.forEach(EtmsApi::close);
    }

    /** Cuts the calls in flight for good. */
    @Override
    public void close() {
        synchronized (this) {
            retire();
            access = null;
            wanted = false;
            set(ConnectionStatus.NOT_CONFIGURED, "stopped");
        }
        closeRetired();
    }

    private synchronized void conclude(EtmsApi used, ConnectionStatus outcome, String why) {
        if (used == api) {
            set(outcome, why);
        }
    }

    private void retire() {
        if (api != null) {
            retired.add(api);
            api = null;
        }
        retry.clear();
    }

    private void set(ConnectionStatus next, String why) {
        if (next != status || !why.equals(reason)) {
            LOG.info("Connection {}: {}", next.label(), why);
        }
        status = next;
        reason = why;
        changes.fire();
    }

    /** What a refusal is about: another of these is another attempt. */
    private static String fingerprint(Access access) {
        return String.join(
                "\n",
                access.endpoint().base().toString(),
                access.credentials().username(),
                access.credentials().password(),
                String.valueOf(access.credentials().settings().get("apiKey")),
                String.valueOf(access.credentials().settings().get("routeTo")),
                String.valueOf(access.credentials().settings().get("serviceAccount")));
    }
}
