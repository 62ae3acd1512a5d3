/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.session;

import io.vsatlink.remote.error.Wording;
import io.vsatlink.remote.failure.Unauthorized;
import io.vsatlink.remote.failure.Unavailable;
import io.vsatlink.remote.failure.VendorException;
import java.util.OptionalInt;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The login state of a client. Concurrent callers wait for a login in progress and share its token; after a refused
 * login there is no automatic attempt, as that could lock the account. Thread-safe.
 */
public final class Session {
    private static final Logger LOG = LoggerFactory.getLogger(Session.class);

    private final LoginCall login;
    private final Wording wording;
    private final LoginPace pace;
    private Token token;
    private Unauthorized refused;

    public Session(LoginCall login, LongSupplier nanoTime) {
        this.login = login;
        this.wording = new Wording(login.profile().name(), "", login.secrets());
        this.pace = new LoginPace(nanoTime);
    }

    /** Logs in with one attempt, even after a refusal: a person requested it. */
    public synchronized void login() throws VendorException {
        pace.restart();
        logIn();
    }

    /** Returns the current token, and logs in first if there is none. */
    public synchronized Token current() throws VendorException {
        if (refused != null) {
            throw refused;
        }
        if (token == null) {
            takeTime();
            logIn();
        } else if (token.isOver() && pace.take()) {
            renew();
        }
        // it may have expired while a login is not allowed yet: the vendor may still accept it
        return token;
    }

    /**
     * Returns a token in place of one that the vendor no longer accepts; another caller may already have renewed it.
     */
    public synchronized Token renewed(Token expired) throws VendorException {
        if (token == expired && refused == null) {
            takeTime();
            renew();
        }
        return current();
    }

    /** As {@link #renewed}, by a login in any case: what a refresh token gave is not taken. */
    public synchronized Token loggedInAgain(Token expired) throws VendorException {
        if (token == expired && refused == null) {
            takeTime();
            logIn();
        }
        return current();
    }

    /** Refuses all calls until the next login. Returns its argument, to be thrown. */
    public synchronized Unauthorized refuse(Unauthorized why) {
        refused = why;
        return why;
    }

    private void takeTime() throws VendorException {
        if (!pace.take()) {
            long seconds = 1 + pace.untilNext().toSeconds();
            throw wording.unavailable(
                    "too many logins at " + wording.vendor() + " in a short time; the next one is in " + seconds + " s",
                    OptionalInt.empty(),
                    null);
        }
    }

    /** By a refresh token if there is one; if that is refused, by one login. */
    private void renew() throws VendorException {
        if (token != null && !token.renewal().refresh().isEmpty()) {
            try {
                token = login.refresh(token);
                return;
            } catch (Unavailable e) {
                if (e.throttled() || e.status().isEmpty()) {
                    throw e;
                }
                LOG.debug("The refresh token is not taken; a login follows", e);
            } catch (VendorException e) {
                LOG.debug("The refresh token is not taken; a login follows", e);
            }
        }
        logIn();
    }

    private void logIn() throws VendorException {
        token = null;
        refused = null;
        try {
            token = login.make();
        } catch (Unauthorized e) {
            refused = e;
            throw e;
        }
    }
}
