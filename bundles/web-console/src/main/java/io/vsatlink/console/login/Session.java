/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.console.login;

import io.vsatlink.access.Person;
import java.security.PrivilegedActionException;
import java.security.PrivilegedExceptionAction;
import java.time.Instant;
import java.util.Set;
import javax.security.auth.Subject;

/** The session of a logged-in person. Thread-safe. */
public final class Session {
    private final Person person;
    private final String id;
    private final String csrfToken;
    private final Instant since = Instant.now();
    private final Instant began;
    private volatile Instant lastUsed;

    /**
     * @param id the displayed id of the session; it gives no access to the session
     * @param now the time of a clock that advances evenly
     */
    Session(Person person, String id, String csrfToken, Instant now) {
        this.person = person;
        this.id = id;
        this.csrfToken = csrfToken;
        this.began = now;
        this.lastUsed = now;
    }

    Person person() {
        return person;
    }

    public String id() {
        return id;
    }

    public String user() {
        return person.user();
    }

    /** The origin of the login: {@code web(10.0.0.7)}. */
    public String from() {
        return person.from();
    }

    public Set<String> roles() {
        return person.roles();
    }

    /** The token that the console's page sends with every change, and that pages of other sites can't know. */
    public String csrfToken() {
        return csrfToken;
    }

    /** The time of the login. */
    public Instant since() {
        return since;
    }

    Instant began() {
        return began;
    }

    Instant lastUsed() {
        return lastUsed;
    }

    void usedAt(Instant now) {
        lastUsed = now;
    }

    /** Executes work in the name of this person, so that the audit log contains their name. */
    public <T> T as(PrivilegedExceptionAction<T> work) throws PrivilegedActionException {
        return Subject.doAs(person.subject(), work);
    }
}
