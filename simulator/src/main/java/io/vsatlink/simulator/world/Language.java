/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.world;

import io.vsatlink.simulator.chance.Dice;
import java.util.List;

/** The forms of personal and street names in some countries. */
public record Language(
        String code, String streetStyle, List<String> streets, List<String> firstNames, List<String> lastNames) {

    public String street(Dice dice) {
        String number = Integer.toString(dice.between(1, dice.perMille(150) ? 9800 : 240));
        return streetStyle.replace("%", number).replace("@", dice.pick(streets));
    }

    public String person(Dice dice) {
        return dice.pick(firstNames) + " " + dice.pick(lastNames);
    }
}
