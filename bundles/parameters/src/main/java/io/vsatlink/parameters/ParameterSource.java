/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.parameters;

import java.io.IOException;

/**
 * The settings of an element as a page shows and changes them. Implemented by each kind of element. Thread-safe; never
 * blocks.
 */
public interface ParameterSource {

    /** The settings in force. */
    Values values();

    /**
     * Sets one setting. The new value is in force when this method returns.
     *
     * @throws BadValueException if the value is not allowed
     * @throws IOException if the container could not store the value
     */
    void set(SettingDefinition definition, String text) throws BadValueException, IOException;
}
