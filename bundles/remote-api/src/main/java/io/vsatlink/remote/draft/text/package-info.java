/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
/** The text of a draft: JSON with comments. */
package io.vsatlink.remote.draft.text;
