/** Sessions of the web console: login, duration and end. */
package io.vsatlink.console.login;
