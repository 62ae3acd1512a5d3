/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.parameters;

import io.vsatlink.api.text.Printable;
import java.security.AccessController;
import java.security.Principal;
import java.util.Optional;
import java.util.Set;
import javax.security.auth.Subject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes one line to the log for each changed setting and each requested operation: the person, the action, and the old
 * and the new value. The logger has its own name, {@code io.vsatlink.audit}, so that a host can write it to a separate
 * file.
 */
public final class AuditLog {
    private static final Logger LOG = LoggerFactory.getLogger("io.vsatlink.audit");

    private AuditLog() {}

    /**
     * Records an operation. Must be called on the requester's thread.
     *
     * @param element the display name of the element: {@code Satprov uat}
     * @param operation for instance {@code poll circuits}
     */
    public static void operation(String element, String operation) {
        LOG.info("{}: {} of {}", who(), Printable.line(operation), element);
    }

    /**
     * Records that a person set a setting. Must be called on that person's thread; secret values must already be
     * masked.
     */
    static void set(String pid, String key, String before, String after) {
        LOG.info("{}: set {} of {} from {} to {}", who(), key, pid, quoted(before), quoted(after));
    }

    /** Records a setting that changed through a file or the configuration admin, where the person is unknown. */
    static void configured(String pid, String key, String before, String after) {
        LOG.info("configuration: set {} of {} from {} to {}", key, pid, quoted(before), quoted(after));
    }

    /** Records a refused attempt to set a setting. */
    static void refused(String pid, BadValueException refusal) {
        LOG.info("{}: refused to set {}: {}", who(), pid, Printable.line(refusal.getMessage()));
    }

    /** Returns the login name that the container has for the current thread, and where the person came from. */
    @SuppressWarnings("removal") // the container offers no other way as long as it supports Java 17
    private static String who() {
        Subject subject = Subject.getSubject(AccessController.getContext());
        if (subject == null) {
            return "nobody logged in";
        }
        Set<Principal> principals = subject.getPrincipals();
        String user = named(principals, "UserPrincipal")
                .or(() -> named(principals, "JMXPrincipal"))
                .orElse("nobody logged in");
        return Printable.line(named(principals, "ClientPrincipal")
                .map(client -> user + " by " + client)
                .orElse(user));
    }

    /** Compares by simple name, because the host's classes are not on our class path. */
    private static Optional<String> named(Set<Principal> principals, String type) {
        return principals.stream()
                .filter(principal -> principal.getClass().getSimpleName().equals(type))
                .map(Principal::getName)
                .findFirst();
    }

    private static String quoted(String value) {
        return "\"" + Printable.line(value) + "\"";
    }
}
