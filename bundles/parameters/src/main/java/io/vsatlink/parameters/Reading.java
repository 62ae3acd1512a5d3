package io.vsatlink.parameters;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes a reading: a getter of an element's readings interface. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Reading {

    /** A table shows at most this many rows, on every surface. */
    int MOST_ROWS = 1_000;

    /** What it tells, in one sentence. */
    String value();

    /** The unit of a number. */
    String unit() default "";

    /** An enum whose texts are all that a text can be; none for other readings. */
    Class<?> states() default void.class;

    /**
     * Of a table: the readings that together say how many rows there are, of which it may show only the first; none where
     * it always shows all.
     */
    String[] total() default {};

    /** Whether each change is told as a JMX notification. */
    boolean notified() default false;
}
