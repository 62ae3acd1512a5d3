/** Users with different roles, over remote JMX and ssh: what each may do, and how the rest is refused. */
package io.vsatlink.itests.roles;
