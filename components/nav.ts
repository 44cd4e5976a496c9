/** The main links, in order: a key of the `nav` messages and the address below the language. */
export const nav = [
  { key: 'overview', path: '' },
  { key: 'stake', path: '/stake' },
  { key: 'redeem', path: '/redeem' },
  { key: 'rewards', path: '/rewards' },
  { key: 'sequencers', path: '/sequencers' },
] as const
