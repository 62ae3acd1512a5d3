package io.vsatlink.vendor.item;

/**
 * The order in which items tell their members. A vendor tells them all alike, so what becomes of the next member is
 * mostly known without looking it up. For one thread.
 */
final class FieldOrder {
    private static final int MOST = 64;

    private final FieldPlan root;
    private final String[] names = new String[MOST];
    private final FieldPlan[] plans = new FieldPlan[MOST];
    private int known;
    private int at;

    FieldOrder(FieldPlan root) {
        this.root = root;
    }

    /** Another item begins. */
    void begin() {
        at = 0;
    }

    /** As {@link FieldPlan#member} of the root does. */
    FieldPlan member(String name) {
        if (at < known && name.equals(names[at])) {
            return plans[at++];
        }
        // this item lacks a member that the others have
        if (at + 1 < known && name.equals(names[at + 1])) {
            at += 2;
            return plans[at - 1];
        }
        FieldPlan plan = root.member(name);
        if (at == known && known < MOST) {
            names[known] = name;
            plans[known++] = plan;
            at = known;
        }
        return plan;
    }
}
