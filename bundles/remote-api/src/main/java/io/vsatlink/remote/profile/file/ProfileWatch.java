/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.profile.file;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks regularly whether the file of a profile was edited, and reports each mistake once. */
public final class ProfileWatch {
    private static final Logger LOG = LoggerFactory.getLogger(ProfileWatch.class);

    private final ProfileInForce profile;
    private final Runnable edited;
    private final Runnable changed;

    /**
     * @param edited run when another profile is in force
     * @param changed run when the problem with the file has changed or is gone
     */
    public ProfileWatch(ProfileInForce profile, Runnable edited, Runnable changed) {
        this.profile = profile;
        this.edited = edited;
        this.changed = changed;
    }

    public void look() {
        String before = profile.problem();
        if (profile.refresh()) {
            LOG.info("The vendor profile {} was edited", profile.profile().name());
            edited.run();
        }
        if (!profile.problem().equals(before)) {
            if (!profile.problem().isEmpty()) {
                LOG.warn("{}", profile.problem());
            }
            changed.run();
        }
    }
}
