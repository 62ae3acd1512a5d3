/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
/** Reads JSON as it streams in, within limits; violations are {@link io.vsatlink.remote.json.MalformedAnswer}s. */
package io.vsatlink.remote.json;
