/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * The vendor profile: everything that is assumed about a vendor's API, as data that an operator can replace. The records of
 * this package are immutable; {@code profile.read} creates them from JSON, and {@code profile.column} describes the columns.
 */
@Export
@Version("0.1.0")
package io.vsatlink.remote.profile;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
