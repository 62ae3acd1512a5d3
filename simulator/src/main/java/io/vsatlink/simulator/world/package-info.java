/**
 * You are here: the world that the made-up network lives in — real cities, teleports and ways to write a street, from
 * three text files beside these classes; made-up companies and people.
 *
 * <ol>
 *   <li>{@link io.vsatlink.simulator.world.Atlas} reads the files once.
 *   <li>{@link io.vsatlink.simulator.world.Companies} gives the n-th customer its name, home and trade.
 *   <li>{@link io.vsatlink.simulator.world.Places} gives the n-th location its company, city and coordinates.
 *   <li>{@link io.vsatlink.simulator.world.Oddities} are the texts that break careless programs.
 * </ol>
 */
package io.vsatlink.simulator.world;
