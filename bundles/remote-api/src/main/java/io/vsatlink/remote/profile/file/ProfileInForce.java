/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.profile.file;

import io.vsatlink.remote.file.NamedFile;
import io.vsatlink.remote.profile.ProfileException;
import io.vsatlink.remote.profile.ProfileNeeds;
import io.vsatlink.remote.profile.VendorProfile;
import io.vsatlink.remote.profile.read.ProfileReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The vendor profile that an element uses: the built-in one, or a file of the operator, which may be edited at any
 * time. A profile with a mistake is refused, and the previous one stays in force. Thread-safe.
 */
public final class ProfileInForce {
    /** The allowed values of a setting that names a profile, as the end of a sentence. */
    public static final String ALLOWED = " that holds a vendor profile; or empty";

    private static final Logger LOG = LoggerFactory.getLogger(ProfileInForce.class);
    private static final int MOST_BYTES = 1_000_000;

    static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]*");

    /** Identifies a vendor profile, even one with mistakes. */
    private static final Pattern PROFILE = Pattern.compile("\"vocabulary\"\\s*:");

    private final NamedFile file = new NamedFile(MOST_BYTES);
    private final VendorProfile builtIn;
    private final ProfileNeeds needs;
    private final Path folder;
    private Loaded loaded;
    private String refused;
    private String problem = "";
    private String told = "";

    /** @param name the name of the file; empty for the built-in profile */
    private record Loaded(String name, String text, VendorProfile profile) {}

    /** @param folder the folder of the files; null if the host has none */
    public ProfileInForce(VendorProfile builtIn, ProfileNeeds needs, Path folder) {
        this.builtIn = builtIn;
        this.needs = needs;
        this.folder = folder;
        this.loaded = new Loaded("", "", builtIn);
    }

    public synchronized VendorProfile profile() {
        return loaded.profile();
    }

    /** The problem with the file, while the previous version stays in force; empty if there is none. */
    public synchronized String problem() {
        return problem;
    }

    /** Why a file cannot be used; empty if it can. The file in force is not checked again. */
    public Optional<String> objection(String name) {
        synchronized (this) {
            if (name.equals(loaded.name())) {
                return Optional.empty();
            }
        }
        try {
            VendorProfile unused = candidate(name);
            return Optional.empty();
        } catch (ProfileException e) {
            return Optional.of(e.getMessage());
        }
    }

    /**
     * Reads a file without putting it in force.
     *
     * @throws ProfileException with all mistakes of the file
     */
    public VendorProfile candidate(String name) throws ProfileException {
        return read(name, text(name));
    }

    /**
     * Reads a text as if it were a file.
     *
     * @param name what to call it in messages
     * @throws ProfileException with all its mistakes
     */
    public VendorProfile candidate(String name, String text) throws ProfileException {
        return read(name, text);
    }

    /** What a profile of this element must have. */
    public ProfileNeeds needs() {
        return needs;
    }

    /**
     * Writes a new file into the folder of the profiles; takes nothing.
     *
     * @return the file
     * @throws IOException with a sentence if there is a file of this name, or it can't be written; nothing is left of
     *     it then
     */
    public Path create(String name, String text) throws IOException {
        if (folder == null) {
            throw new IOException("this host has no configuration folder");
        }
        return NewProfile.write(folder, name, text);
    }

    /**
     * Puts a file in force, or the current content of the one in force.
     *
     * @param name the name of the file; empty for the built-in profile
     * @return whether another profile is in force now
     */
    public synchronized boolean use(String name) {
        if (name.isEmpty()) {
            return take(new Loaded("", "", builtIn));
        }
        String text = null;
        try {
            text = text(name);
            boolean same = name.equals(loaded.name()) && text.equals(loaded.text());
            if (same || (text.equals(refused) && !problem.isEmpty())) {
                problem = same ? "" : problem;
                return false;
            }
            return take(new Loaded(name, text, read(name, text)));
        } catch (ProfileException e) {
            refused = text;
            problem = "profile: " + e.getMessage() + "; the previous version stays in force";
            return false;
        }
    }

    /** Puts the file in force again if it was edited. Returns whether another profile is in force now. */
    public boolean refresh() {
        return use(name());
    }

    private synchronized String name() {
        return loaded.name();
    }

    private boolean take(Loaded next) {
        boolean another = !next.profile().equals(loaded.profile());
        loaded = next;
        refused = null;
        problem = "";
        return another;
    }

    private VendorProfile read(String name, String text) throws ProfileException {
        return ProfileReader.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), name, needs);
    }

    private String text(String name) throws ProfileException {
        if (folder == null) {
            throw new ProfileException(name + " can't be read: this host has no configuration folder");
        }
        Path path = folder.resolve(name);
        try {
            if (!NAME.matcher(name).matches()) {
                throw new IOException("a profile must be a file in " + folder);
            }
            byte[] bytes = file.read(path);
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (!PROFILE.matcher(text).find()) {
                throw new IOException("it has no \"vocabulary\"");
            }
            return text;
        } catch (IOException e) {
            throw new ProfileException(none(path, e));
        }
    }

    /**
     * The message is the same for a missing file and for one that is not a profile: a user who may set the name need
     * not be allowed to know which files exist. The log reports once which it is.
     */
    private synchronized String none(Path path, IOException reason) {
        String why = path + ": " + reason;
        if (!why.equals(told)) {
            told = why;
            LOG.warn("The vendor profile {} does not exist: {}", path, reason.toString());
        }
        return "the vendor profile " + path + " does not exist";
    }
}
