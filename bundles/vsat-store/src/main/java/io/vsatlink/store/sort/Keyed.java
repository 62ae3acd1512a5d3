/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.sort;

/** A key, and the position of its row in the buffer. */
record Keyed(String key, int start) {}
