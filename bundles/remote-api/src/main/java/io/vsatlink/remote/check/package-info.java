/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Tries a vendor profile and says what to change in it. Nothing is stored and nothing is written at the vendor.
 *
 * <p>{@link io.vsatlink.remote.check.ProfileCheck} reads some pages of a listing from the vendor, by the rules of a poll,
 * or one from a file, and {@link io.vsatlink.remote.check.ListingReport} tells in lines for a person what was found.
 */
@Export
@Version("0.1.0")
package io.vsatlink.remote.check;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
