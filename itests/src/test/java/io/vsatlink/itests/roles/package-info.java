/** Persons with different roles, over remote JMX and over ssh: what each may do, and what becomes of what he may not. */
package io.vsatlink.itests.roles;
