package io.vsatlink.satprov.login;

import io.vsatlink.api.store.ElementMemory;
import io.vsatlink.parameters.ChangeSignal;
import io.vsatlink.parameters.Shown;
import io.vsatlink.remote.Access;
import io.vsatlink.remote.Unauthorized;
import io.vsatlink.remote.VendorException;
import io.vsatlink.remote.login.RefusedLogin;
import io.vsatlink.remote.login.RetryTimer;
import io.vsatlink.satprov.SatprovSettings;
import io.vsatlink.satprov.remote.SatprovClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds the client and says whether it may be used. Thread-safe. {@link #attempt} is the only method that calls the
 * vendor; it belongs on the element's own thread.
 */
public final class LoginGate implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LoginGate.class);

    private static final String UNTIL = "; not tried again until somebody logs in or corrects the settings";

    private final Function<Access, SatprovClient> connect;
    private final RefusedLogin refused;
    private final RetryTimer retry;
    private final ChangeSignal changes;
    private final List<SatprovClient> retired = new ArrayList<>();

    private LoginStatus status = LoginStatus.NOT_LOGGED_IN;
    private String reason = "";
    private Access access;
    private SatprovClient client;

    /** @param changes fired with every change of the status */
    public LoginGate(
            Function<Access, SatprovClient> connect,
            ElementMemory memory,
            String element,
            RetryTimer retry,
            ChangeSignal changes) {
        this.connect = connect;
        this.refused = new RefusedLogin(memory, element, "satprov.refusedLogin");
        this.retry = retry;
        this.changes = changes;
    }

    public synchronized LoginStatus status() {
        return status;
    }

    /** One sentence on the status. */
    public synchronized String reason() {
        return reason;
    }

    /** Where and as whom to log in; empty while something needed for that has no good value. */
    public synchronized Optional<Access> access() {
        return Optional.ofNullable(access);
    }

    /** The client to poll with; empty unless the status is Success. */
    public synchronized Optional<SatprovClient> client() {
        return status == LoginStatus.SUCCESS ? Optional.of(client) : Optional.empty();
    }

    /**
     * Takes new settings. Another host, port or pair of credentials needs a new login; a poll that is running goes on
     * with what it has.
     */
    public synchronized void use(SatprovSettings settings) {
        Access next = settings.access().orElse(null);
        if (next != null && next.equals(access)) {
            return;
        }
        retire();
        access = next;
        set(
                LoginStatus.NOT_LOGGED_IN,
                next == null
                        ? "there is no good value for " + settings.missing()
                        : "the settings changed; log in to use them");
    }

    /**
     * Another vendor profile is in force: a new client is made, which logs in by itself, unless the settings wait for a
     * person to do that. A poll that is running goes on with what it has.
     */
    public synchronized void reconnect() {
        if (client == null) {
            return;
        }
        retire();
        set(LoginStatus.NOT_LOGGED_IN, "the vendor profile changed; logging in");
        Instant unused = retry.in(Duration.ZERO);
    }

    /** Makes the client with all that calls need, which takes a while, and calls nobody. */
    public void prepare() {
        SatprovClient prepared;
        synchronized (this) {
            prepared = access == null ? null : connected();
        }
        if (prepared == null) {
            return;
        }
        try {
            prepared.prepare();
        } catch (VendorException e) {
            LOG.debug("a login will meet this again, and tell it", e);
        }
    }

    /** What a start does: logs in, unless these credentials were the last ones refused. */
    public void loginAtStart() {
        Access current = current();
        if (current == null) {
            return;
        }
        if (refused.is(fingerprint(current))) {
            fail("these credentials were refused before; correct them, or log in to try them again");
        } else {
            attempt();
        }
    }

    /** Logs in with one attempt, whatever was refused before. */
    public void attempt() {
        SatprovClient attempted;
        Access with;
        synchronized (this) {
            if (access == null) {
                return;
            }
            attempted = connected();
            with = access;
            retry.clear();
            set(LoginStatus.LOGGING_IN, "waiting for " + access.endpoint().base());
        }
        try {
            attempted.login();
            refused.forget();
            conclude(
                    attempted,
                    LoginStatus.SUCCESS,
                    "logged in as " + with.credentials().username());
        } catch (Unauthorized e) {
            refused.remember(fingerprint(with));
            conclude(attempted, LoginStatus.FAILED, refusal(e));
        } catch (VendorException e) {
            failed(attempted, e);
        }
    }

    private synchronized void failed(SatprovClient attempted, VendorException e) {
        if (attempted != client) {
            return;
        }
        String then = retry.after(e)
                .map(next -> "; next attempt at " + Shown.time(next))
                .orElse(UNTIL);
        set(LoginStatus.FAILED, e.getMessage() + then);
    }

    /** Whether a login that failed by itself is due again. */
    public boolean retryDue() {
        return retry.due();
    }

    /**
     * A poll met a refusal: no more calls until somebody logs in or corrects the settings; or until the next login by itself,
     * where only the token was not taken.
     */
    public void refusedDuringPoll(SatprovClient polled, Unauthorized refusal) {
        if (refusal.mayPass()) {
            failed(polled, refusal);
            return;
        }
        Access current;
        synchronized (this) {
            if (polled != client) {
                return;
            }
            current = access;
        }
        refused.remember(fingerprint(current));
        conclude(polled, LoginStatus.FAILED, refusal(refusal));
    }

    /** A poll was answered: what the login gave is good. */
    public synchronized void works(SatprovClient polled) {
        if (polled == client) {
            retry.works();
        }
    }

    /** Closes clients that settings replaced, once no poll uses them any more. */
    public void closeRetired() {
        List<SatprovClient> closing;
        synchronized (this) {
            closing = List.copyOf(retired);
            retired.clear();
        }
        closing.forEach(SatprovClient::close);
    }

    /** Cuts the calls in flight; the client stays usable. */
    public void abortCalls() {
        SatprovClient current;
        synchronized (this) {
            current = client;
        }
        if (current != null) {
            current.abort();
        }
    }

    /** Cuts the calls in flight for good. */
    @Override
    public void close() {
        synchronized (this) {
            retire();
            set(LoginStatus.NOT_LOGGED_IN, "stopped");
        }
        closeRetired();
    }

    private SatprovClient connected() {
        if (client == null) {
            client = connect.apply(access);
        }
        return client;
    }

    private synchronized Access current() {
        return access;
    }

    private synchronized void fail(String why) {
        set(LoginStatus.FAILED, why);
    }

    /** Sets the outcome, unless the settings changed while the vendor was asked. */
    private synchronized boolean conclude(SatprovClient attempted, LoginStatus outcome, String why) {
        if (attempted != client) {
            return false;
        }
        set(outcome, why);
        return true;
    }

    private void retire() {
        if (client != null) {
            retired.add(client);
            client = null;
        }
        retry.clear();
    }

    private void set(LoginStatus next, String why) {
        if (next != status || !why.equals(reason)) {
            LOG.info("Login {}: {}", next.label(), why);
        }
        status = next;
        reason = why;
        changes.fire();
    }

    private static String fingerprint(Access access) {
        return String.join(
                "\n",
                access.endpoint().base().toString(),
                access.credentials().username(),
                access.credentials().password());
    }

    private static String refusal(Unauthorized e) {
        return e.getMessage() + UNTIL;
    }
}
