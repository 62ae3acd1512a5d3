/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.profile;

/** What a page says of rows after it. */
public enum More {
    UNTOLD,
    YES,
    NO
}
