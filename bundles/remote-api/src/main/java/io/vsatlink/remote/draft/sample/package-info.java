/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
/** What a draft is made from: saved responses and OpenAPI documents, the rows found in them, and the fields of those rows. */
@Export
@Version("0.1.0")
package io.vsatlink.remote.draft.sample;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
