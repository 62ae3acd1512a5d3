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
 * One line for each change of a setting and each operation that somebody asked for: who, what, and the old and the new
 * value. It has a logger of its own, {@code io.vsatlink.audit}, so that a host can give it a file of its own.
 */
public final class AuditLog {
    private static final Logger LOG = LoggerFactory.getLogger("io.vsatlink.audit");

    private AuditLog() {}

    /**
     * An operation, on the thread of who asks for it.
     *
     * @param element as people speak of it: {@code Satprov uat}
     * @param operation for instance {@code poll circuits}
     */
    public static void operation(String element, String operation) {
        LOG.info("{}: {} of {}", who(), Printable.line(operation), element);
    }

    /** A setting that somebody sets, on his thread; the values as they may be shown. */
    static void set(String pid, String key, String before, String after) {
        LOG.info("{}: set {} of {} from {} to {}", who(), key, pid, quoted(before), quoted(after));
    }

    /** A setting that changed by a file or the configuration admin, where nobody can say whose hand it was. */
    static void configured(String pid, String key, String before, String after) {
        LOG.info("configuration: set {} of {} from {} to {}", key, pid, quoted(before), quoted(after));
    }

    /** A setting that somebody was refused to set. */
    static void refused(String pid, BadValueException refusal) {
        LOG.info("{}: refused to set {}: {}", who(), pid, Printable.line(refusal.getMessage()));
    }

    /** The login name that the container knows of the current thread, and where it came from. */
    @SuppressWarnings("removal") // the container hands it over in this way only, until it leaves Java 17 behind
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

    /** By simple name: the host's classes are no package of ours. */
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
