import { stakers } from '../devnet/accounts'

const [staker = '0x'] = stakers

/** Every page below the language, one node and one account standing for all. */
export const pages = [
  '',
  '/stake',
  '/redeem',
  `/rewards?account=${staker}`,
  '/sequencers',
  '/sequencers/5',
  '/contracts',
]

/** Shown by every page once it has all it asks for. */
export const settled = '[aria-busy="true"], [role="progressbar"]'
