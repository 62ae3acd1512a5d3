/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Rows that are not the items of a listing. They are in a list of each item, or each item has a call of its own. A
 * {@link io.vsatlink.remote.nested.ParentItems} takes the items of a page and gives the rows, or the
 * {@link io.vsatlink.remote.nested.ItemCall}s that return them; whoever reads the listing makes those at its own pace.
 */
@Export
@Version("0.1.0")
package io.vsatlink.remote.nested;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
