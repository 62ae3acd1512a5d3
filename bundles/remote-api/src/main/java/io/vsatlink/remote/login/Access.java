/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.login;

/** The address of a vendor's system and our credentials there. No new login is needed if both are unchanged. */
public record Access(Endpoint endpoint, Credentials credentials) {}
