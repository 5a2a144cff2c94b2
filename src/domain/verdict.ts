/** Whether an act is open to this account: `true`, or the reason why not, as a sentence for the person. */
export type Verdict = true | { no: string }
