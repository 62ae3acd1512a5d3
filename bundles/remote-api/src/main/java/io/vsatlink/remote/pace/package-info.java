/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * When a call is made, how often, and what follows from its failure. One {@link io.vsatlink.remote.pace.PatientCaller} for
 * each element: all its calls share the pace, the budget of retries and the pauses that the vendor asks for.
 */
@Export
@Version("0.1.0")
package io.vsatlink.remote.pace;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
