package io.vsatlink.console.login;

import java.security.PrivilegedActionException;
import java.security.PrivilegedExceptionAction;
import java.time.Instant;
import java.util.Set;
import javax.security.auth.Subject;

/** Somebody who has logged in. Thread-safe. */
public final class Session {
    private final Person person;
    private final String csrfToken;
    private final Instant began;
    private volatile Instant lastUsed;

    Session(Person person, String csrfToken, Instant now) {
        this.person = person;
        this.csrfToken = csrfToken;
        this.began = now;
        this.lastUsed = now;
    }

    public String user() {
        return person.user();
    }

    public Set<String> roles() {
        return person.roles();
    }

    /** What a page of ours sends with every change, and a page of somebody else can't know. */
    public String csrfToken() {
        return csrfToken;
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
