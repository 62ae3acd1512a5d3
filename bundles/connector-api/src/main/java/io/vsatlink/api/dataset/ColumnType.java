/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.api.dataset;

/** The kinds of value a column holds, each with the Java type that a {@link Row} carries for it. */
public enum ColumnType {
    /** {@link String}. */
    TEXT(String.class),
    /** A whole number, {@link Long}. */
    INTEGER(Long.class),
    /** A decimal number, {@link Double}. */
    DECIMAL(Double.class),
    /** {@link Boolean}. */
    BOOLEAN(Boolean.class),
    /** A point in time, {@link TimeValue}. */
    TIME(TimeValue.class),
    /** A list of objects, kept as the JSON text of an array, {@link String}. */
    OBJECTS(String.class);

    private final Class<?> javaType;

    ColumnType(Class<?> javaType) {
        this.javaType = javaType;
    }

    public Class<?> javaType() {
        return javaType;
    }
}
