/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.parameters;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Defines how a setting's text is validated, in addition to Metatype. Placed on a method of the element's OCD. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Setting {

    Kind value() default Kind.TEXT;

    /** The smallest number or duration allowed, in the form people write it. */
    String min() default "";

    /** The largest number or duration allowed, in the form people write it. */
    String max() default "";

    /** The allowed words, for {@link Kind#CHOICE} and {@link Kind#LIST}; those beside a duration, for {@link Kind#DURATION}. */
    String[] allowed() default {};

    /** The unit of a number. */
    String unit() default "";

    /** Whether the element can't work while this setting is empty. */
    boolean required() default false;

    /**
     * Whether this setting influences where secrets are sent, or who can read them on the way. This is always true for
     * the kinds that name a server, a route to one, or a file that decides about one. A change by a person makes the
     * element forget its secrets, so that nobody can send stored secrets to a server of their own.
     */
    boolean leadsSecrets() default false;
}
