/** The main links, in order: a key of the `nav` messages and the address below the language. */
export const nav = [
  { key: 'overview', path: '' },
  { key: 'stake', path: '/stake' },
  { key: 'redeem', path: '/redeem' },
  { key: 'rewards', path: '/rewards' },
  { key: 'sequencers', path: '/sequencers' },
] as const

/** The sixth: in the header where that is wide. A phone's bar has room for five, so there it is at the foot of the page. */
export const contractsPath = '/contracts'
