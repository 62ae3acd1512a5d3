/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.dialect;

import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

/** What differs from one database product to another. Stateless. */
public interface Dialect {

    /** The types that stand in braces in the schema's SQL. */
    Map<String, String> types();

    /** What follows a table's name so that the statement goes through this index; may be empty. */
    String through(String index);

    /** What follows a table's name so that the statement reads all of it, in the order in which it lies; may be empty. */
    String throughout();

    /** What follows a query so that its rows stay as they are until the transaction ends, while others may read them too. */
    String forShare();

    /** The query for the time of the database's clock. */
    String now();

    /** Whether the transaction was only unlucky and may be tried again. */
    boolean retriable(SQLException failure);

    /** What the failure means for a person, as the middle of a sentence; empty where there is nothing better to say. */
    Optional<String> meaning(SQLException failure);
}
