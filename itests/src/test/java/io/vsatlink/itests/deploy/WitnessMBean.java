/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.deploy;

/** The reports of a {@link Witness}. */
public interface WitnessMBean {

    /** Different after each start. */
    String getBorn();

    /** The changes of bundles that existed before it, and of its own bundle, since its start. */
    String[] getDisturbances();

    /** See {@link io.vsatlink.itests.update.LastRecord}. */
    void displaceTheLastRecord();
}
