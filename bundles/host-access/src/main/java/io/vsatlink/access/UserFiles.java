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
 * The host's files of users, {@code etc/users.properties} of a Karaf: what they say of somebody now, so that a session can
 * end with the user, the password or the roles that it began with. A realm that is kept elsewhere, in LDAP for instance, has
 * none, and says nothing of anybody who does not log in. Thread-safe.
 */
final class UserFiles {
    private static final Logger LOG = LoggerFactory.getLogger(UserFiles.class);

    /** Marks a reference to a group, and the line of one. */
    private static final String GROUP = "_g_:";

    /** The host rewrites a file in place: what has only just changed may be half of it. */
    private static final Duration SETTLED = Duration.ofSeconds(1);

    private final Supplier<List<Path>> files;
    private final Clock clock;
    private Content content;

    /** @param files where users are kept, as the realm says at the moment */
    UserFiles(Supplier<List<Path>> files, Clock clock) {
        this.files = files;
        this.clock = clock;
    }

    /** A file as it was: another time or size means another content. */
    private record Stamp(Path file, Instant changed, long bytes, Object key) {
        static Stamp of(Path file) throws IOException {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            return new Stamp(file, now.lastModifiedTime().toInstant(), now.size(), now.fileKey());
        }
    }

    /**
     * What stood in the files.
     *
     * @param since when it was first seen so
     */
    private record Content(List<Stamp> stamps, Instant since, Map<String, String> standings) {}

    /** What the files say of somebody at this moment, as a digest; empty where they say nothing, or can't be read. */
    Optional<String> standing(String user) {
        try {
            return Optional.ofNullable(read(stamps()).standings().get(user));
        } catch (IOException e) {
            LOG.warn("The host's user files can't be read: {}", e.getMessage());
            return Optional.empty();
        }
    }

    /**
     * Whether they say the same of somebody as at their login. Also true where it can't be told: no file named them, a file
     * can't be read, or has changed within the last second.
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
            // as the host does
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

    /** Password and roles, those of the groups too. */
    private static String line(Properties users, String user) {
        StringBuilder line = new StringBuilder(users.getProperty(user));
        for (String word : users.getProperty(user).split(",", -1)) {
            if (word.strip().startsWith(GROUP)) {
                line.append('\n').append(users.getProperty(word.strip()));
            }
        }
        return line.toString();
    }

    /** So that no password stays in memory for the length of a session. */
    private static String digest(List<String> lines) {
        try {
            byte[] bytes = String.join("\n\n", lines).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime provides SHA-256", e);
        }
    }
}
