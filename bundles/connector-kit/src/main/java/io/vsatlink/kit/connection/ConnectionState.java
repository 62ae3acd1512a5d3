/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.kit.connection;

/** The login state of an element. Each connector has its own labels for them. */
public enum ConnectionState {
    /** The element may not call at all. */
    DISABLED,
    /** A setting required for the login is missing or invalid. */
    NOT_CONFIGURED,
    /** The settings have changed, and a person has to log in. */
    NOT_LOGGED_IN,
    CONNECTING,
    CONNECTED,
    /** The credentials, or the token of the login, were not accepted. */
    REFUSED,
    UNREACHABLE
}
