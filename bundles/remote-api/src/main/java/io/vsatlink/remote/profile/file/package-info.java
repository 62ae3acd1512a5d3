/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Profiles as files: the folder that they are in, the profile that an element uses at present, and its replacement when the
 * file changes.
 */
@Export
@Version("0.1.0")
package io.vsatlink.remote.profile.file;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
