import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Hex } from 'viem'
import { placed } from './addresses'
import type { Chain } from './chains'
import type { Artifacts } from './compile'
import { type ContractsL1, deployL1 } from './deploy-l1'
import { type ContractsL2, deployL2 } from './deploy-l2'
import { rpc } from './transact'

const require = createRequire(import.meta.url)

/** Both chains with everything on them. */
export type World = { l1: Chain; l2: Chain; onL1: ContractsL1; onL2: ContractsL2 }

/** viem carries Multicall3's creation code but does not export it; anvil has no Multicall3 of its own. */
async function placeMulticall(chain: Chain): Promise<void> {
  const { multicall3Bytecode }: { multicall3Bytecode: Hex } = require(
    join(dirname(require.resolve('viem')), 'constants/contracts.js'),
  )
  const { data } = await chain.client.call({ data: multicall3Bytecode })
  if (!data) throw new Error('Multicall3 did not deploy')
  await chain.client.setCode({ address: placed.multicall3, bytecode: data })
}

/** Puts all contracts onto two fresh chains. Leaves every account impersonated, as the seed needs it. */
export async function deploy({ l1, l2 }: { l1: Chain; l2: Chain }, artifacts: Artifacts): Promise<World> {
  for (const chain of [l1, l2]) {
    await rpc(chain, 'anvil_autoImpersonateAccount', [true])
    await placeMulticall(chain)
  }
  const [onL1, onL2] = await Promise.all([deployL1(l1, artifacts), deployL2(l2, artifacts)])
  return { l1, l2, onL1, onL2 }
}
