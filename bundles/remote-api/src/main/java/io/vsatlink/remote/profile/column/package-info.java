/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * One column of a listing or field of a call: where its value is in the JSON, how it is cleaned and translated, and how it is
 * written in a request.
 */
@Export
@Version("0.1.0")
package io.vsatlink.remote.profile.column;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
