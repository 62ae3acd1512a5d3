/** You are here: another answer than the real one. Of these a rule can have one. */
package io.vsatlink.simulator.faults.answer;
