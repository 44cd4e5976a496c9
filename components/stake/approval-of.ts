/** The step that allows a token to be taken when it is given. */
export const approvalOf = { METIS: 'approveMetis', eMetis: 'approveEMetis' } as const
