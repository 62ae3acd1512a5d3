/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.access;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a person's current entries in the host's user files, {@code etc/users.properties} in Karaf, so that a session
 * ends when the user is removed or the password or roles change. A realm that is stored elsewhere, for instance in
 * LDAP, has no such files; then nothing is known about a person between logins. Thread-safe.
 */
final class UserFiles {
    private static final Logger LOG = LoggerFactory.getLogger(UserFiles.class);

    /** The prefix of a reference to a group, and of the line of a group. */
    private static final String GROUP = "_g_:";

    /** The host rewrites a file in place, so a file that changed within this time may be incomplete. */
    private static final Duration SETTLED = Duration.ofSeconds(1);

    private final Supplier<List<Path>> files;
    private final Clock clock;
    private Content content;

    /** @param files supplies the files in which the realm currently keeps its users */
    UserFiles(Supplier<List<Path>> files, Clock clock) {
        this.files = files;
        this.clock = clock;
    }

    /** The state of a file: another time or size means another content. */
    private record Stamp(Path file, Instant changed, long bytes, Object key) {
        static Stamp of(Path file) throws IOException {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            return new Stamp(file, now.lastModifiedTime().toInstant(), now.size(), now.fileKey());
        }
    }

    /**
     * The content of the files.
     *
     * @param since the time at which this content was first seen
     */
    private record Content(List<Stamp> stamps, Instant since, Map<String, String> standings) {}

    /** Returns a digest of the person's current entries; empty if there are none, or the files can't be read. */
    Optional<String> standing(String user) {
        try {
            return Optional.ofNullable(read(stamps()).standings().get(user));
        } catch (IOException e) {
            LOG.warn("The host's user files can't be read: {}", e.getMessage());
            return Optional.empty();
        }
    }

    /**
     * Returns whether the person's entries are the same as at their login. Also true if this can't be determined: no
     * file contained the person, a file can't be read, or one changed within the last second.
     */
    synchronized boolean isStill(Person person) {
        if (person.standing().isEmpty()) {
            return true;
        }
        try {
            List<Stamp> stamps = stamps();
            if (content == null || !content.stamps().equals(stamps)) {
                content = read(stamps);
            }
            return content.since().plus(SETTLED).isAfter(clock.instant())
                    || person.standing().get().equals(content.standings().get(person.user()));
        } catch (IOException e) {
            LOG.debug("the state of {} is unknown", person.user(), e);
            return true;
        }
    }

    private List<Stamp> stamps() throws IOException {
        List<Stamp> stamps = new ArrayList<>();
        for (Path file : files.get()) {
            stamps.add(Stamp.of(file));
        }
        return stamps;
    }

    private Content read(List<Stamp> stamps) throws IOException {
        Map<String, List<String>> said = new TreeMap<>();
        for (Stamp stamp : stamps) {
            Properties users = new Properties();
            // the same encoding as the host uses
            try (var in = Files.newBufferedReader(stamp.file(), StandardCharsets.ISO_8859_1)) {
                users.load(in);
            } catch (IllegalArgumentException e) {
                throw new IOException(stamp.file() + ": " + e.getMessage(), e);
            }
            for (String user : users.stringPropertyNames()) {
                if (!user.startsWith(GROUP)) {
                    said.computeIfAbsent(user, each -> new ArrayList<>()).add(line(users, user));
                }
            }
        }
        Map<String, String> standings = new TreeMap<>();
        said.forEach((user, lines) -> standings.put(user, digest(lines)));
        return new Content(stamps, clock.instant(), standings);
    }

    /** Returns the person's password and roles, including those of their groups. */
    private static String line(Properties users, String user) {
        StringBuilder line = new StringBuilder(users.getProperty(user));
        for (String word : users.getProperty(user).split(",", -1)) {
            if (word.strip().startsWith(GROUP)) {
                line.append('\n').append(users.getProperty(word.strip()));
            }
        }
        return line.toString();
    }

    /** Hashes the entries, so that no password stays in memory during a session. */
    private static String digest(List<String> lines) {
        try {
            byte[] bytes = String.join("\n\n", lines).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime provides SHA-256", e);
        }
    }
}
