/** Sessions: who is logged in to the web console, since when, and how that ends. */
package io.vsatlink.console.login;
