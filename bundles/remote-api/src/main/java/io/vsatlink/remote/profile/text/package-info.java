/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * The JSON text of a profile: its nodes, the line of each mistake, and the check against the published schema. Knows none of
 * the profile's records.
 */
package io.vsatlink.remote.profile.text;
