/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.exporter.files;

/** Size and digest of a file, as in the manifest. */
record FileSeal(long bytes, String sha256) {}
