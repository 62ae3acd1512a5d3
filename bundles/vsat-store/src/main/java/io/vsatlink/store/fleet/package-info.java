/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
/** The settings of the containers that share a database, side by side: each records its own, and any shows in what they differ. */
package io.vsatlink.store.fleet;
