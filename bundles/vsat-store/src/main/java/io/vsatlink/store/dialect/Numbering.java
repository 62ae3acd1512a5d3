/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.dialect;

import java.util.List;

/** The statements about the columns in which the database numbers the rows by itself, so that rows can keep their numbers. */
public interface Numbering {

    /** The query for a number that is higher than all that the database has given to rows of this table. */
    String next(String table, String column);

    /** To be executed before rows are inserted with their numbers. */
    List<String> suspend(String table, String column);

    /** The text after the columns of an insert statement that gives the numbers; may be empty. */
    String given();

    /** To be executed afterwards: the database numbers the rows again, beginning with this number. */
    List<String> resume(String table, String column, long next);
}
