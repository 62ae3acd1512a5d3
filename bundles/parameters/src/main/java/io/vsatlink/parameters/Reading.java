/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.parameters;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes a reading: a component or a method of an element's record of readings. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Reading {

    /** The meaning of the reading, in one sentence. */
    String value();

    /** The unit of a number. */
    String unit() default "";

    /** Whether each change is sent as a JMX notification. */
    boolean notified() default false;
}
