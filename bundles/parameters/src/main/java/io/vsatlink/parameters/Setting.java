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

    /** Whether a change by a person makes the element forget its secrets: nobody may point them at his own server. */
    boolean forgetsSecrets() default false;
}
