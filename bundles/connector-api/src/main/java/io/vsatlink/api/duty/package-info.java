/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
/** The port that decides which of several containers does what only one may do. */
@Export
@Version("1.0.0")
package io.vsatlink.api.duty;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
