/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
/** JSON as it streams in, within limits of our own; breaches are {@link io.vsatlink.remote.json.MalformedAnswer}s. */
package io.vsatlink.remote.json;
