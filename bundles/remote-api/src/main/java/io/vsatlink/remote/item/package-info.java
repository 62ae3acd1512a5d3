/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Converts the items of a response to column values while the response streams in, as the profile describes. Fields
 * without a column are kept as extra JSON; items with an invalid value are rejected with a reason.
 */
@Export
@Version("0.1.0")
package io.vsatlink.remote.item;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
