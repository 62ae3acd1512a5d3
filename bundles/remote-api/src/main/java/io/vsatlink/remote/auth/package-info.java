/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
/** What shows the vendor who we are: sent with each call, or signed for a login. */
package io.vsatlink.remote.auth;
