/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.login;

/** Where a vendor's system is, and who we are there. Equal ones need no new login. */
public record Access(Endpoint endpoint, Credentials credentials) {}
