package org.doudi.linkage.fields;

/** How alike two words are. */
final class Likeness {
    private static final int LONGEST = 64;

    private Likeness() {}

    /**
     * Typing errors between two words: letters put in, left out, mistyped, or two neighbours swapped.
     *
     * @param most answers {@code most + 1} for all that are farther apart
     */
    static int errors(String a, String b, int most) {
        int n = Math.min(a.length(), LONGEST);
        int m = Math.min(b.length(), LONGEST);
        if (Math.abs(n - m) > most) {
            return most + 1;
        }
        int[] before = new int[m + 1];
        int[] last = new int[m + 1];
        int[] row = new int[m + 1];
        for (int j = 0; j <= m; j++) {
            last[j] = j;
        }
        for (int i = 1; i <= n; i++) {
            row[0] = i;
            int least = i;
            for (int j = 1; j <= m; j++) {
                int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                int best = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + cost);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    best = Math.min(best, before[j - 2] + 1);
                }
                row[j] = best;
                least = Math.min(least, best);
            }
            if (least > most) {
                return most + 1;
            }
            int[] free = before;
            before = last;
            last = row;
            row = free;
        }
        return Math.min(last[m], most + 1);
    }

    /** Likeness of Jaro and Winkler, 0 to 1. */
    static double jaroWinkler(String a, String b) {
        int n = a.length();
        int m = b.length();
        if (n == 0 || m == 0) {
            return 0;
        }
        int window = Math.max(0, Math.max(n, m) / 2 - 1);
        boolean[] usedA = new boolean[n];
        boolean[] usedB = new boolean[m];
        int common = 0;
        for (int i = 0; i < n; i++) {
            for (int j = Math.max(0, i - window); j <= Math.min(m - 1, i + window); j++) {
                if (!usedB[j] && a.charAt(i) == b.charAt(j)) {
                    usedA[i] = true;
                    usedB[j] = true;
                    common++;
                    break;
                }
            }
        }
        if (common == 0) {
            return 0;
        }
        int swapped = 0;
        for (int i = 0, j = 0; i < n; i++) {
            if (usedA[i]) {
                while (!usedB[j]) {
                    j++;
                }
                swapped += a.charAt(i) == b.charAt(j) ? 0 : 1;
                j++;
            }
        }
        double jaro = (common / (double) n + common / (double) m + (common - swapped / 2.0) / common) / 3;
        int prefix = 0;
        while (prefix < Math.min(4, Math.min(n, m)) && a.charAt(prefix) == b.charAt(prefix)) {
            prefix++;
        }
        return jaro + prefix * 0.1 * (1 - jaro);
    }

    /** Share of the words of the shorter text that the longer one has too. */
    static double sharedWords(String a, String b) {
        String[] wordsA = a.split(" ", -1);
        String[] wordsB = b.split(" ", -1);
        String[] fewer = wordsA.length <= wordsB.length ? wordsA : wordsB;
        String[] more = wordsA.length <= wordsB.length ? wordsB : wordsA;
        boolean[] used = new boolean[more.length];
        int shared = 0;
        for (String word : fewer) {
            for (int j = 0; j < more.length; j++) {
                if (!used[j] && word.length() > 1 && errors(word, more[j], 1) <= (word.length() > 4 ? 1 : 0)) {
                    used[j] = true;
                    shared++;
                    break;
                }
            }
        }
        return shared / (double) fewer.length;
    }
}
