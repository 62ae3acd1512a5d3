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

/** Somebody who has logged in. Thread-safe. */
public final class Session {
    private final Person person;
    private final String id;
    private final String csrfToken;
    private final Instant since = Instant.now();
    private final Instant began;
    private volatile Instant lastUsed;

    /**
     * @param id names the session to people; knowing it gives no way into it
     * @param now of a clock that goes on evenly
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

    /** Where they came from at the login: {@code web(10.0.0.7)}. */
    public String from() {
        return person.from();
    }

    public Set<String> roles() {
        return person.roles();
    }

    /** What a page of ours sends with every change, and a page of somebody else can't know. */
    public String csrfToken() {
        return csrfToken;
    }

    /** When they logged in. */
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

    /** Does something in this person's name, so that the audit log knows whose hand it was. */
    public <T> T as(PrivilegedExceptionAction<T> work) throws PrivilegedActionException {
        return Subject.doAs(person.subject(), work);
    }
}
