/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
/** What responses and documents show of paging, and the paging of the draft. */
package io.vsatlink.remote.draft.paging;
