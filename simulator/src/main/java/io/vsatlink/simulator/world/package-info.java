/**
 * The world of the generated network: real cities, teleports and street formats, from three text files beside these
 * classes; fictitious companies and people.
 *
 * <ol>
 *   <li>{@link io.vsatlink.simulator.world.Atlas} reads the files once.
 *   <li>{@link io.vsatlink.simulator.world.Companies} generates the n-th customer's name, home country and industry.
 *   <li>{@link io.vsatlink.simulator.world.Places} generates the n-th location's company, city and coordinates.
 *   <li>{@link io.vsatlink.simulator.world.Oddities} contains the texts that break careless programs.
 * </ol>
 */
package io.vsatlink.simulator.world;
