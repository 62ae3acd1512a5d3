/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Tests a vendor profile and proposes changes. Nothing is stored, and nothing is changed at the vendor.
 *
 * <p>{@link io.vsatlink.remote.check.ProfileCheck} reads some pages of a listing from the vendor as a poll does, or
 * one from a file; {@link io.vsatlink.remote.check.ListingReport} describes the findings in lines of text.
 */
@Export
@Version("0.1.0")
package io.vsatlink.remote.check;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
