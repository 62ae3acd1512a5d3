/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Reads a profile from JSON.
 *
 * <ol>
 *   <li>{@link io.vsatlink.remote.profile.read.ProfileReader} parses the document and has its shape checked by the published
 *       schema ({@code profile.text}).
 *   <li>One reader for each part creates its record and checks it against what the element needs
 *       ({@link io.vsatlink.remote.profile.ProfileNeeds}).
 *   <li>All mistakes are collected, each with its line, and reported by one
 *       {@link io.vsatlink.remote.profile.ProfileException}.
 * </ol>
 */
@Export
@Version("0.1.0")
package io.vsatlink.remote.profile.read;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
