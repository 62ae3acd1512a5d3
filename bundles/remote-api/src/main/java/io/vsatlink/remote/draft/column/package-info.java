/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
/** Which field of the rows becomes which column, how sure that is, and what remains. */
package io.vsatlink.remote.draft.column;
