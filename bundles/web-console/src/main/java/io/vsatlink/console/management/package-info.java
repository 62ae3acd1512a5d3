/** The MBean of the web console: its readings, and the administrator's operations to list and end sessions. */
package io.vsatlink.console.management;
