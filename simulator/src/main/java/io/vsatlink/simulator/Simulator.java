package io.vsatlink.simulator;

import io.vsatlink.simulator.network.Network;
import io.vsatlink.simulator.network.Sizes;

public final class Simulator {
    private Simulator() {}

    public static void main(String[] arguments) {
        for (var dataset : Network.generate(1, Sizes.forCircuits(5000)).datasets()) {
            System.out.println(dataset.path() + " " + dataset.size());
            for (int i = 0; i < 6; i++) {
                System.out.println("  " + dataset.row(i).fields());
            }
        }
    }
}
