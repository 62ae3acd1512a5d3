package io.vsatlink.vendor.item;

/** A value that can't be taken; the message follows a column's name. */
final class BadValue extends Exception {
    private static final long serialVersionUID = 1L;

    BadValue(String message) {
        // thrown by the row where a vendor has changed its mind: nobody looks at the trace
        super(message, null, false, false);
    }
}
