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

/** Asks the host's JAAS realm who somebody is, as JMX and ssh do. Thread-safe. */
final class HostLogin {
    private static final Logger LOG = LoggerFactory.getLogger(HostLogin.class);

    /** The realm that also guards JMX and ssh. */
    static final String REALM = "karaf";

    /** Empty where the host does not know this name with this password, or has no such realm. */
    Optional<Subject> ask(String user, String password) {
        Subject subject = new Subject();
        CallbackHandler answers = callbacks -> answer(callbacks, user, password);
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // JAAS looks for the realm's modules there, and the host has them where everybody sees them
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

    /** By simple name: the host's classes are no package of ours. */
    static Set<String> roles(Subject subject) {
        return subject.getPrincipals().stream()
                .filter(principal -> principal.getClass().getSimpleName().equals("RolePrincipal"))
                .map(Principal::getName)
                .collect(Collectors.toSet());
    }
}
