/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.session;

import io.vsatlink.remote.error.Wording;
import io.vsatlink.remote.failure.Unauthorized;
import io.vsatlink.remote.failure.VendorException;
import java.util.OptionalInt;
import java.util.function.LongSupplier;

/**
 * Who we are to the vendor. Callers wait for a login that is under way and share its token; after a refusal nobody
 * tries again by itself, as that would lock the account.
 */
public final class Session {
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

    /** One attempt, also after a refusal: somebody wants it. */
    public synchronized void login() throws VendorException {
        pace.restart();
        logIn();
    }

    /** What shows who we are. */
    public synchronized Token current() throws VendorException {
        if (refused != null) {
            throw refused;
        }
        if (token == null) {
            logInInTime();
        } else if (token.isOver() && pace.take()) {
            logIn();
        }
        // one that is over, and too early for another: the vendor may still take it
        return token;
    }

    /** A token in place of one that the vendor no longer takes, which another caller may have had already. */
    public synchronized Token renewed(Token expired) throws VendorException {
        if (token == expired && refused == null) {
            logInInTime();
        }
        return current();
    }

    /** No token is any good. */
    public synchronized Unauthorized refuse(Unauthorized why) {
        refused = why;
        return why;
    }

    private void logInInTime() throws VendorException {
        if (!pace.take()) {
            long seconds = 1 + pace.untilNext().toSeconds();
            throw wording.unavailable(
                    "too many logins at " + wording.vendor() + " in a short time; the next one is in " + seconds + " s",
                    OptionalInt.empty(),
                    null);
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
