/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.listing;

/** The pages contradict each other or the profile, so that reading on is useless. The message is a Reason. */
public final class BrokenListing extends Exception {
    private static final long serialVersionUID = 1L;

    BrokenListing(String message) {
        super(message);
    }
}
