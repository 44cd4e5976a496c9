import type { Address } from 'viem'
import type { Expected, Manifest } from './expected'

/** Only the implementation is known, from sources verified on the explorer or from recorded discoveries of L1. */
const behind = (implementation: Address): Expected => ({ codeHash: null, implementation, implementationHash: null })

/**
 * Andromeda and Ethereum. Hashes are missing until somebody with a connection has read them (npm run manifest).
 * Config and the minter are left out: their verified sources lack what the redemption queue needs of them, so newer ones
 * must be in use. What is left out is shown as unknown and blocks nothing.
 */
export const andromeda: Manifest = {
  seMetis: behind('0x9EfB0501019e536c70C77C22170F2EB07C420A91'),
  vesting: behind('0x72405496730Fc3d38FCA77dC67f3C7eCc18273DD'),
  rewardDispatcher: behind('0x06D51063dF7842295eA9131432db77285c329e89'),
  redemptionQueue: behind('0x5F31E5F22729d58C66147E57f6013315509b5960'),
  inviterNFT: behind('0x153694E11768a59C7aF7d00a960F70CC6307D76E'),
  dealer: behind('0x159A9Fa80516f3779D29c0Ec05521bee26650a2e'),
  agent0: behind('0x7Ad9864d900B0EC7b7D0d2bdA55CCe091778F4b4'),
  lockingPool: behind('0xD8f38c831E5032d23065Eaaee8c0620e17c04D60'),
  lockingInfo: behind('0x0D30F0d7934f53aaF6a1630A4c109AF4513a65cC'),
}
