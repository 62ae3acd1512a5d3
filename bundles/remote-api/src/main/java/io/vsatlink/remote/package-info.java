/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Client of a remote HTTP API that a profile describes. You are here: floor 1, below the connectors.
 *
 * <ol>
 *   <li>{@code profile} describes the API: paths, headers, and where values are in the JSON. {@code profile.read} reads
 *       it, {@code profile.file} replaces it at run time.
 *   <li>{@link io.vsatlink.remote.VendorClient} takes a {@link io.vsatlink.remote.profile.VendorProfile}, an
 *       {@link io.vsatlink.remote.login.Endpoint} and {@link io.vsatlink.remote.login.Credentials}.
 *   <li>{@code session} logs in and keeps the token: concurrent callers share one login, and a refused login is not
 *       repeated.
 *   <li>{@code http} sends the request, enforces the deadline and counts the bytes.
 *   <li>{@code json} parses the envelope and passes on each row as its bytes arrive; {@code item} turns rows into
 *       values.
 *   <li>{@code error} interprets an error response and throws one of the four
 *       {@link io.vsatlink.remote.failure.VendorException}s of {@code failure}.
 *   <li>{@code listing} finds the next page and decides whether all rows were read.
 *   <li>{@code recording} keeps the last calls, while somebody has switched that on.
 *   <li>{@code pace} decides when a call is made, whether it is repeated, and what follows from a failure.
 * </ol>
 */
@Export
@Version("0.1.0")
package io.vsatlink.remote;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
