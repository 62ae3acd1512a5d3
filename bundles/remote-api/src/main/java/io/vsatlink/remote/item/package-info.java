/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Items of a vendor's answer become values of ours, straight from the bytes and as the profile says. What is not taken
 * is kept as extra; what can't be taken is set aside with its reason.
 */
@Export
@Version("0.1.0")
package io.vsatlink.remote.item;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
