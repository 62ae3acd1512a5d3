/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.access;

import io.vsatlink.access.Caller.Door;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import javax.security.auth.Subject;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.LoggerFactory;

/**
 * Authenticates people against the host's realm and checks their roles, for all user interfaces. A service.
 * Thread-safe.
 */
@Component(service = HostAccess.class)
public final class HostAccess {
    /** The longest accepted name. No realm has longer names. */
    private static final int LONGEST_NAME = 200;

    /**
     * The limit of concurrent logins, so that a slow realm or an expensive password hash occupies few threads of the
     * host.
     */
    private static final int AT_ONCE = 8;

    private final Roles roles;
    private final HostLogin realm = new HostLogin();
    private final UserFiles users;
    private final LoginThrottle throttle;
    private final LoginLog log;
    private final Semaphore asking = new Semaphore(AT_ONCE);
    /** The names of people who logged in, regardless of where a realm stores them. */
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    @Activate
    public HostAccess(@Reference Roles roles) {
        this(roles, LoggerFactory.getLogger("io.vsatlink.audit")::info, new SteadyClock());
    }

    /** @param lines receives the lines of the audit log */
    HostAccess(Roles roles, Consumer<String> lines, Clock clock) {
        this.roles = roles;
        this.users = new UserFiles(RealmFiles::now, clock);
        this.throttle = new LoginThrottle(clock);
        this.log = new LoginLog(lines, clock);
    }

    /** Authenticates a person and checks that they may view. */
    public Person logIn(String user, String password, Caller caller) throws LoginRefused {
        Person person = ask(user, password, caller);
        if (!roles.maySee(person.roles())) {
            log.refused(caller.from(), person.user(), "none of the roles allows access");
            throw new LoginRefused(
                    403, user + " has no role that allows access: viewer, manager or admin is required.", 0);
        }
        if (caller.door() == Door.WEB) {
            log.loggedIn(person);
        } else {
            log.called(person);
        }
        return person;
    }

    private Person ask(String user, String password, Caller caller) throws LoginRefused {
        if (user.isEmpty() || user.length() > LONGEST_NAME) {
            throw refused(caller, "an unknown user");
        }
        Optional<String> standing = users.standing(user);
        String name = standing.isPresent() || known.contains(user) ? user : "an unknown user";
        if (!asking.tryAcquire()) {
            throw new LoginRefused(503, "Too many logins are in progress; try again in a second.", 1);
        }
        try {
            Duration wait = throttle.attempt(user, caller.place());
            if (!wait.isZero()) {
                long seconds = wait.toSeconds() + 1;
                log.refused(caller.from(), name, "too many attempts, the next one is accepted in " + seconds + " s");
                throw new LoginRefused(
                        429, "Too many attempts; the next one is accepted in " + seconds + " s.", seconds);
            }
            Subject subject = realm.ask(user, password).orElseThrow(() -> refused(caller, name));
            throttle.succeeded(user, caller.place());
            known.add(user);
            subject.getPrincipals().add(new ClientPrincipal(caller.from()));
            return new Person(user, caller.from(), HostLogin.roles(subject), subject, standing);
        } finally {
            asking.release();
        }
    }

    private LoginRefused refused(Caller caller, String name) {
        log.refused(caller.from(), name, "wrong user name or password");
        return new LoginRefused(401, "Wrong user name or password.", 0);
    }

    /**
     * Returns whether a logged-in person may still view: the host has the same password and roles for them, as far as
     * it keeps its users in files, and one of their roles permits viewing.
     */
    public boolean isStillLetIn(Person person) {
        return users.isStill(person) && roles.maySee(person.roles());
    }

    /** @param why the reason why an authenticated person may not do what they asked for, as a sentence */
    public void refused(Person person, String why) {
        log.refused(person, why);
    }

    /** @param how how the person's session ended: {@code logged out} */
    public void ended(Person person, String how) {
        log.line(person, how);
    }

    @Deactivate
    void deactivate() {
        log.close();
    }
}
