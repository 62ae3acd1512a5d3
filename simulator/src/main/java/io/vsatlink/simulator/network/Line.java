/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.network;

import io.vsatlink.simulator.world.Place;

/** The facts about one circuit that several datasets share. */
record Line(int circuit, Place place, String nms, String hostName, boolean secondary) {}
