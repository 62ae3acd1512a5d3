/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.sort;

/** A key, and where in the buffer its row begins. */
record Keyed(String key, int start) {}
