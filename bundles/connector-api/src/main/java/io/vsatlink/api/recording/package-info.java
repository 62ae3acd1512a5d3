/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
/** The port through which windows show the last calls of an element, and switch their recording on and off. */
@Export
@Version("1.0.0")
package io.vsatlink.api.recording;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
