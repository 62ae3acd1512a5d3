/** The calls of the API as the classes that answer them see them. */
package io.vsatlink.console.call;
