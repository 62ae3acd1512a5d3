/** Who somebody is, as the host's JAAS realm says, and what he may do, as the host's file of roles says. */
package io.vsatlink.console.login;
