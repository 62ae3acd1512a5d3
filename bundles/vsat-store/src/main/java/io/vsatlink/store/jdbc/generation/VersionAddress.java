/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc.generation;

/** The location of a version: the index finds its key, the row number distinguishes it from the key's other versions. */
record VersionAddress(String key, long rowNo) {}
