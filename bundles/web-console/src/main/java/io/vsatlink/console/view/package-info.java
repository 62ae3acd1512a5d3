/** The ports and parameters as JSON. Nothing is decided here but how it is written. */
package io.vsatlink.console.view;
