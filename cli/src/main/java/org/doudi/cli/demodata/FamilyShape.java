package org.doudi.cli.demodata;

/** Who lives together. The weights are those of an ageing countryside; poor households are smaller and older. */
enum FamilyShape {
    OLD_AND_ALONE(8, 30),
    OLD_COUPLE(16, 28),
    COUPLE(12, 8),
    ONE_CHILD(22, 10),
    TWO_CHILDREN(13, 5),
    THREE_GENERATIONS(21, 7),
    GRANDPARENTS_WITH_CHILD(4, 5),
    LONE_PARENT(3, 5),
    ALONE(2, 2),
    ORPHANS(0, 0);

    private final int ordinary;
    private final int poor;

    FamilyShape(int ordinary, int poor) {
        this.ordinary = ordinary;
        this.poor = poor;
    }

    private static final FamilyShape[] ALL = values();
    private static final int[] ORDINARY = weights(false);
    private static final int[] POOR = weights(true);

    static FamilyShape draw(Dice dice, Standing standing) {
        return switch (standing) {
            case TEKUN -> dice.chance(.02) ? ORPHANS : dice.chance(.85) ? OLD_AND_ALONE : ALONE;
            case POOR_ON_BOTH, DIBAO_ONLY, FALLEN_BACK -> ALL[dice.weighted(POOR)];
            default -> ALL[dice.weighted(ORDINARY)];
        };
    }

    private static int[] weights(boolean ofPoor) {
        int[] weights = new int[ALL.length];
        for (FamilyShape shape : ALL) {
            weights[shape.ordinal()] = ofPoor ? shape.poor : shape.ordinary;
        }
        return weights;
    }
}
