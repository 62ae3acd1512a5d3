package io.vsatlink.kit.connection;

/** How far an element is with its login. A connector gives each the label that its people know. */
public enum ConnectionState {
    /** The element may not call at all. */
    DISABLED,
    /** A setting that a login needs is missing or has no good value. */
    NOT_CONFIGURED,
    /** The settings changed, and a person has to log in with them. */
    NOT_LOGGED_IN,
    CONNECTING,
    CONNECTED,
    /** The credentials, or the token that the login gave, were not taken. */
    REFUSED,
    UNREACHABLE
}
