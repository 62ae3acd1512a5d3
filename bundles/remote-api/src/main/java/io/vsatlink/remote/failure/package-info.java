/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * The four ways in which a call can fail. Each is a {@link io.vsatlink.remote.failure.VendorException} and determines
 * what the caller does next:
 *
 * <ul>
 *   <li>{@link io.vsatlink.remote.failure.Unavailable}: temporary; retry later.
 *   <li>{@link io.vsatlink.remote.failure.Rejected}: permanent until a person changes something.
 *   <li>{@link io.vsatlink.remote.failure.Protocol}: the response is not in the agreed format.
 *   <li>{@link io.vsatlink.remote.failure.Unauthorized}: the login or its token is refused; no calls until a login
 *       succeeds.
 * </ul>
 */
@Export
@Version("0.1.0")
package io.vsatlink.remote.failure;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
