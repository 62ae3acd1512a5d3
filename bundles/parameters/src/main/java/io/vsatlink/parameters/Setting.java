/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.parameters;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What Metatype has no room for: how a setting's text is judged. Stands on a method of the element's OCD. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Setting {

    Kind value() default Kind.TEXT;

    /** The smallest number or duration allowed, in the form people write it. */
    String min() default "";

    /** The largest number or duration allowed, in the form people write it. */
    String max() default "";

    /** The words allowed, for {@link Kind#LIST}. */
    String[] allowed() default {};

    /** The unit of a number. */
    String unit() default "";

    /** Whether the element can't work while this is empty. */
    boolean required() default false;

    /**
     * Whether it has a say in where secrets are sent, or who can read them on the way; the kinds that name a server, a way
     * there or a file that decides about one always have. A change by a person makes the element forget its secrets: nobody
     * may point stored ones at their own server.
     */
    boolean leadsSecrets() default false;
}
