/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
/** How calls are authenticated: credentials sent with each call, and signatures for logins. */
package io.vsatlink.remote.auth;
