/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.dialect;

import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

/** The differences between database products. Stateless. */
public interface Dialect {

    /** The column types for the names in braces in the schema's SQL. */
    Map<String, String> types();

    /** The text after a table's name that makes a statement use this index; may be empty. */
    String through(String index);

    /** The text after a table's name that makes a statement read the whole table in storage order; may be empty. */
    String throughout();

    /** The text after a query that keeps its rows unchanged until the transaction ends, while others may still read them. */
    String forShare();

    /** The query for the current time of the database. */
    String now();

    /** Whether the failure is temporary and the transaction may be retried. */
    boolean retriable(SQLException failure);

    /**
     * The meaning of the failure for users, as the middle of a sentence; empty if there is no better text than the exception's.
     */
    Optional<String> meaning(SQLException failure);
}
