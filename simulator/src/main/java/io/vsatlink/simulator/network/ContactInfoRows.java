/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.network;

import io.vsatlink.simulator.chance.Dice;
import io.vsatlink.simulator.world.Country;
import io.vsatlink.simulator.world.Place;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The rows of contacts. One in five is responsible for the complete customer and has no location. */
record ContactInfoRows(Facts facts) implements RowMaker {
    static final Keys KEYS = new Keys("C", 7013, 2);
    private static final List<String> DESKS =
            List.of("NOC", "Service Desk", "IT Operations", "Radio Room", "Duty Manager");

    @Override
    public String path() {
        return "contact-infos";
    }

    @Override
    public String keyField() {
        return "contactId";
    }

    @Override
    public Keys keys() {
        return KEYS;
    }

    @Override
    public boolean shuffled() {
        return true;
    }

    @Override
    public List<String> changeable() {
        return List.of("telephone", "email", "name");
    }

    @Override
    public void fill(int number, Dice dice, Map<String, Object> fields) {
        Place place = facts.place(facts.links().locationOfContact(number));
        boolean customerWide = Links.isCustomerWide(number);
        Country country =
                customerWide ? place.company().home().country() : place.city().country();
        boolean desk = dice.perMille(customerWide ? 500 : 80);
        String name = desk
                ? place.company().shortName() + " " + dice.pick(DESKS)
                : country.language().person(dice);
        fields.put("name", name);
        fields.put("telephone", telephone(country, dice));
        fields.put(
                "email", dice.perMille(50) ? null : email(name, place.company().mailDomain()));
        fields.put(
                "customerNumber",
                CustomerRows.KEYS.reference(dice, place.company().number()));
        fields.put("locationId", customerWide ? null : LocationRows.KEYS.reference(dice, place.number()));
    }

    private static String telephone(Country country, Dice dice) {
        String pattern = country.diallingCode().equals("1")
                ? dice.pick(List.of("+1 (###) 555-01##", "+1-###-555-01##", "+1 ### 555 01## x###"))
                : "+" + country.diallingCode()
                        + dice.pick(List.of(" ## ### ####", " ### ######", " (0) ## ######", "########"));
        return dice.fill(pattern);
    }

    /** Removes accents from mail addresses; a name without Latin letters becomes a generic mailbox. */
    private static String email(String name, String domain) {
        String ascii = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("[^A-Za-z ]", "")
                .trim()
                .toLowerCase(Locale.ROOT)
                .replace(' ', '.');
        return (ascii.length() < 3 ? "site.contact" : ascii) + "@" + domain;
    }
}
