/** What JMX shows of the web console, and what an administrator may do there: see who is logged in, and end that. */
package io.vsatlink.console.management;
