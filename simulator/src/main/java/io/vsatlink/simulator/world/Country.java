/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.world;

/** A country. {@code region} is AMER, EMEA or APAC, as network operation centres divide the world. */
public record Country(String code, String name, String diallingCode, Language language, String region) {}
