/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * The authenticated session of one client with one vendor.
 *
 * <ol>
 *   <li>{@link io.vsatlink.remote.session.VendorLink} sends a request to the vendor's address and turns every failure
 *       of the exchange into a {@link io.vsatlink.remote.failure.VendorException}.
 *   <li>{@link io.vsatlink.remote.session.LoginCall} logs in over it, as the profile describes, and returns a
 *       {@link io.vsatlink.remote.session.Token}.
 *   <li>{@link io.vsatlink.remote.session.Session} keeps the token, renews it, and stops after a refused login;
 *       {@code LoginPace} limits the rate of logins.
 * </ol>
 */
package io.vsatlink.remote.session;
