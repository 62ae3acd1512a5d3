/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Files that settings name: read whole, with a limit of size and of time, and without telling who may set a name what else
 * there is on the machine.
 */
@Export
@Version("0.1.0")
package io.vsatlink.remote.file;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
