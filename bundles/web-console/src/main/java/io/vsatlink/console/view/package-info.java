/** Converts the ports and parameters to JSON. Contains the format only, and no decisions. */
package io.vsatlink.console.view;
