/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Rows that are not the items of a listing: they are in a list inside each item, or returned by a call per item. A
 * {@link io.vsatlink.remote.nested.ParentItems} takes the items of a page and returns the rows, or the
 * {@link io.vsatlink.remote.nested.ItemCall}s that return them; the reader of the listing makes these at its own pace.
 */
@Export
@Version("0.1.0")
package io.vsatlink.remote.nested;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
