/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.parameters.jmx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vsatlink.parameters.ParameterPage;
import io.vsatlink.parameters.SamplePage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import javax.management.Attribute;
import javax.management.AttributeChangeNotification;
import javax.management.AttributeNotFoundException;
import javax.management.InvalidAttributeValueException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanException;
import javax.management.ObjectName;
import javax.management.openmbean.TabularData;
import org.junit.jupiter.api.Test;

class ParameterMBeanTest {
    private final SamplePage sample = new SamplePage();
    private final ParameterMBean element = new ParameterMBean(sample.page("", ""));
    private final ParameterMBean row = new ParameterMBean(sample.page("Rows", "rows"));

    @Test
    void aRowHasItsOwnSettingsOnly() {
        assertThat(names(row)).containsExactly("Interval", "State", "LastPolled", "Lines", "Status", "Total");
        assertThat(names(element)).contains("Host", "Port").doesNotContain("Interval");
    }

    @Test
    void limitsAreInTheStandardDescriptorFieldsWithTheTypeOfTheValue() {
        MBeanAttributeInfo port = info(element, "Port");
        assertThat(port.getType()).isEqualTo("java.lang.Long");
        assertThat(port.getDescriptor().getFieldValue("minValue")).isEqualTo(1L);
        assertThat(port.getDescriptor().getFieldValue("maxValue")).isEqualTo(65_535L);
        assertThat(port.getDescriptor().getFieldValue("defaultValue")).isEqualTo(443L);
        assertThat(info(row, "Interval").getDescriptor().getFieldValue("minValue"))
                .isEqualTo("1m");
        assertThat(info(row, "State").getDescriptor().getFieldValue("legalValues"))
                .isEqualTo(Set.of("enabled", "disabled"));
        assertThat(info(element, "AllowPlainHttp").getDescriptor().getFieldValue("legalValues"))
                .isEqualTo(Set.of(true, false));
        assertThat(info(element, "Total").getDescriptor().getFieldValue("units"))
                .isEqualTo("rows");
    }

    @Test
    void aSettingIsSetAndReadBackInItsNormalForm() throws Exception {
        row.setAttribute(new Attribute("Interval", "24H"));
        assertThat(row.getAttribute("Interval")).isEqualTo("1d");
        element.setAttribute(new Attribute("Port", 8443L));
        assertThat(element.getAttribute("Port")).isEqualTo(8443L);
    }

    @Test
    void aBadValueIsRefusedWithASentenceAndAReadingCantBeSet() {
        assertThatThrownBy(() -> element.setAttribute(new Attribute("Port", 0L)))
                .isInstanceOf(InvalidAttributeValueException.class)
                .hasMessage("port: \"0\" is not accepted; allowed is a whole number from 1 to 65535");
        assertThatThrownBy(() -> element.setAttribute(new Attribute("Total", 1L)))
                .isInstanceOf(AttributeNotFoundException.class);
    }

    @Test
    void aSecretIsMaskedOnceItIsSet() throws Exception {
        assertThat(element.getAttribute("Password")).isEqualTo("");
        element.setAttribute(new Attribute("Password", "x7-secret"));
        assertThat(element.getAttribute("Password")).isEqualTo("********");
    }

    @Test
    void aTableIsTabularAndAMissingTimeIsEmpty() throws Exception {
        assertThat(((TabularData) element.getAttribute("Lines")).size()).isEqualTo(2);
        assertThat(element.getAttribute("LastPolled")).isEqualTo("");
    }

    @Test
    void aFailureIsSentAsItsMessageOnly() {
        sample.broken = true;
        assertThatThrownBy(() -> element.getAttribute("Status"))
                .isInstanceOf(MBeanException.class)
                .hasMessage("it broke")
                .hasNoCause();
    }

    @Test
    void eachChangeOfANotifiedReadingIsSentOnce() throws Exception {
        ParameterPage page = sample.page("", "");
        List<AttributeChangeNotification> told = new ArrayList<>();
        element.addNotificationListener((change, nobody) -> told.add((AttributeChangeNotification) change), null, null);
        ChangeTeller teller = new ChangeTeller(page, new ObjectName("io.vsatlink:type=Sample"), element);
        teller.look();
        sample.status = "Polling";
        teller.look();
        teller.look();
        assertThat(told).hasSize(1);
        assertThat(told.get(0).getAttributeName()).isEqualTo("Status");
        assertThat(told.get(0).getOldValue()).isEqualTo("Idle");
        assertThat(told.get(0).getNewValue()).isEqualTo("Polling");
    }

    private static List<String> names(ParameterMBean mbean) {
        return Arrays.stream(mbean.getMBeanInfo().getAttributes())
                .map(MBeanAttributeInfo::getName)
                .toList();
    }

    private static MBeanAttributeInfo info(ParameterMBean mbean, String name) {
        return Arrays.stream(mbean.getMBeanInfo().getAttributes())
                .filter(attribute -> attribute.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
