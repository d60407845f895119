export const learnedRanking = { features: [] as string[], nearnessWeight: 1, trees: [] as string[] };
