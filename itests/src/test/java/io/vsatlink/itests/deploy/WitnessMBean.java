/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.deploy;

/** What a {@link Witness} tells. */
public interface WitnessMBean {

    /** Another one for each start. */
    String getBorn();

    /** What happened to bundles that were there before it, itself among them, since it was started. */
    String[] getDisturbances();

    /** See {@link io.vsatlink.itests.update.LastRecord}. */
    void displaceTheLastRecord();
}
