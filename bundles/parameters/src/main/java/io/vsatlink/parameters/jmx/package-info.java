/** Parameters as MBeans: what JConsole and every other JMX client see. */
package io.vsatlink.parameters.jmx;
