/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.access;

import java.security.Principal;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.login.LoginContext;
import javax.security.auth.login.LoginException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Authenticates a person against the host's JAAS realm, as JMX and ssh do. Thread-safe. */
final class HostLogin {
    private static final Logger LOG = LoggerFactory.getLogger(HostLogin.class);

    /** The realm that JMX and ssh use, too. */
    static final String REALM = "karaf";

    /** Returns the person; empty if the host does not accept this name and password, or has no such realm. */
    Optional<Subject> ask(String user, String password) {
        Subject subject = new Subject();
        CallbackHandler answers = callbacks -> answer(callbacks, user, password);
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // JAAS loads the realm's modules through this class loader, and every bundle sees them in the host's
        thread.setContextClassLoader(ClassLoader.getSystemClassLoader());
        try {
            new LoginContext(REALM, subject, answers).login();
            return Optional.of(subject);
        } catch (LoginException | SecurityException e) {
            LOG.debug("a login was refused", e);
            return Optional.empty();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static void answer(Callback[] callbacks, String user, String password) throws UnsupportedCallbackException {
        for (Callback callback : callbacks) {
            if (callback instanceof NameCallback name) {
                name.setName(user);
            } else if (callback instanceof PasswordCallback secret) {
                secret.setPassword(password.toCharArray());
            } else {
                throw new UnsupportedCallbackException(callback);
            }
        }
    }

    /** Compares by simple name, because the host's classes are not on our class path. */
    static Set<String> roles(Subject subject) {
        return subject.getPrincipals().stream()
                .filter(principal -> principal.getClass().getSimpleName().equals("RolePrincipal"))
                .map(Principal::getName)
                .collect(Collectors.toSet());
    }
}
