/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.kit.connection;

import io.vsatlink.api.store.StoreException;
import io.vsatlink.remote.login.Access;
import io.vsatlink.remote.login.RefusedLogin;
import io.vsatlink.remote.profile.Placeholders;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where and as whom a login was refused last, beyond a restart. What the database does not take at once is written later: a login
 * is over with the vendor's answer. Thread-safe.
 */
final class RefusedAccess {
    private static final Logger LOG = LoggerFactory.getLogger(RefusedAccess.class);

    private final RefusedLogin last;
    private final List<String> judged;

    /** What the database has not taken yet. */
    private Runnable unwritten = () -> {};

    /** @param judged the settings that are refused or accepted together with address, user and password */
    RefusedAccess(RefusedLogin last, List<String> judged) {
        this.last = last;
        this.judged = judged;
    }

    synchronized boolean is(Access access) {
        settle();
        return last.is(fingerprint(access));
    }

    void remember(Access access) {
        String refused = fingerprint(access);
        write(() -> last.remember(refused));
    }

    void forget() {
        write(last::forget);
    }

    private synchronized void write(Runnable change) {
        unwritten = change;
        try {
            settle();
        } catch (StoreException e) {
            LOG.debug("How the login ended is written when the database takes it", e);
        }
    }

    /** Writes what the database has not taken yet. */
    synchronized void settle() {
        unwritten.run();
        unwritten = () -> {};
    }

    /** The identity of a login attempt: a change of any of these allows another attempt. */
    private String fingerprint(Access access) {
        Stream<String> always = Stream.of(
                access.endpoint().base().toString(),
                access.credentials().username(),
                access.credentials().password());
        Stream<String> others = judged.stream()
                .map(name -> String.valueOf(access.credentials().settings().get(name)));
        return Stream.concat(Stream.concat(always, others), further(access)).collect(Collectors.joining("\n"));
    }

    /** Only those that there are, so that an account without them is known as it was remembered before they existed. */
    private static Stream<String> further(Access access) {
        Stream<String> secrets = Placeholders.SECRETS.stream()
                .sorted()
                .filter(access.credentials().settings()::containsKey)
                .map(name -> name + "=" + access.credentials().settings().get(name));
        return Stream.concat(
                secrets,
                Stream.ofNullable(access.endpoint().clientKeys()).map(keys -> keys.file() + "=" + keys.password()));
    }
}
