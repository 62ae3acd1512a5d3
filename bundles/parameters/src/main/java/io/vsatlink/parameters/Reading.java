package io.vsatlink.parameters;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes a reading: a getter of an element's readings interface. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Reading {

    /** What it tells, in one sentence. */
    String value();

    /** The unit of a number. */
    String unit() default "";

    /** An enum whose texts are all that a text can be; none for other readings. */
    Class<?> states() default void.class;

    /** Whether each change is told as a JMX notification. */
    boolean notified() default false;
}
