const format = new Intl.NumberFormat('en-GB')

/** "1,930". One format for all: `toLocaleString` makes its own each time, which a list of facets feels. */
export const amount = (n: number): string => format.format(n)
