/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc.generation;

/** Where a version is: the index leads to its key, the row number tells it from the key's other versions. */
record VersionAddress(String key, long rowNo) {}
