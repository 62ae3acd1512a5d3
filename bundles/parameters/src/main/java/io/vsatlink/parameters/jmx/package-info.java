/** Shows parameters as MBeans, for JConsole and every other JMX client. */
package io.vsatlink.parameters.jmx;
