/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
/** Reads files named by settings, limited in size and time. Error messages do not reveal which other files exist. */
@Export
@Version("0.1.0")
package io.vsatlink.remote.file;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
