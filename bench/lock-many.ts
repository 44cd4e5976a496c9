import { type Address, encodeFunctionData, type Hex, keccak256, numberToHex, parseEther, toHex } from 'viem'
import { council } from '../test/devnet/addresses'
import type { Chain } from '../test/devnet/chains'
import type { World } from '../test/devnet/deploy'
import { type Contract, read, rpc } from '../test/devnet/transact'

type Request = { method: string; params: readonly unknown[] }

/** Many requests in few HTTP ones: one by one they would take minutes. Throws the first error. */
async function askAll({ url }: Chain, requests: readonly Request[]): Promise<void> {
  for (let i = 0; i < requests.length; i += 500) {
    const body = JSON.stringify(requests.slice(i, i + 500).map((one, id) => ({ jsonrpc: '2.0', id, ...one })))
    const answer = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
    const failed = ((await answer.json()) as { error?: { message: string } }[]).find(({ error }) => error)
    if (failed?.error) throw new Error(failed.error.message)
  }
}

const gas = numberToHex(1_000_000)
const gasPrice = numberToHex(2_000_000_000)

/** Requests of one batch run side by side: an account that sends several has to number them. */
const call = (
  from: Address,
  { address, abi }: Contract,
  functionName: string,
  args: readonly unknown[],
  nonce?: number,
): Request => ({
  method: 'eth_sendTransaction',
  params: [
    {
      from,
      to: address,
      data: encodeFunctionData({ abi, functionName, args }),
      gas,
      gasPrice,
      ...(nonce === undefined ? {} : { nonce: numberToHex(nonce) }),
    },
  ],
})

/** An address and a public key that nobody has. */
const invent = (text: string): { address: Address; pubkey: Hex } => {
  const hash = keccak256(toHex(text))
  return { address: `0x${hash.slice(-40)}`, pubkey: `${hash}${hash.slice(2)}` }
}

/** Opens sequencers until there are `count`, each locked by an owner of its own as any other, in four blocks. */
export async function lockMany({ l1, onL1: { pool, metis, info } }: World, count: number): Promise<void> {
  const first = Number(await read<bigint>(pool, 'totalSequencers')) + 1
  const ids = Array.from({ length: count - first + 1 }, (_, i) => first + i)
  const nodes = ids.map((id) => ({
    owner: invent(`owner ${id}`).address,
    ...invent(`signer ${id}`),
    amount: parseEther(String(20_000 + ((id * 7919) % 80_000))),
  }))
  const sent = await l1.client.getTransactionCount({ address: council })
  const rounds = [
    nodes.map(({ owner }, i) => call(council, pool, 'setWhitelist', [owner, true], sent + i)),
    nodes.map(({ owner, amount }) => call(owner, metis, 'devnetMint', [owner, amount])),
    nodes.map(({ owner, amount }) => call(owner, metis, 'approve', [info.address, amount])),
    nodes.map(({ owner, address, amount, pubkey }) => call(owner, pool, 'lockFor', [address, amount, pubkey])),
  ]
  const rich = numberToHex(parseEther('10'))
  await askAll(
    l1,
    [council, ...nodes.map(({ owner }) => owner)].map((owner) => ({
      method: 'anvil_setBalance',
      params: [owner, rich],
    })),
  )
  await rpc(l1, 'anvil_autoImpersonateAccount', [true])
  await rpc(l1, 'evm_setAutomine', [false])
  for (const round of rounds) {
    await askAll(l1, round)
    await rpc(l1, 'evm_mine')
  }
  await rpc(l1, 'evm_setAutomine', [true])
  const total = await read<bigint>(pool, 'totalSequencers')
  if (Number(total) !== Math.max(count, first - 1)) throw new Error(`${total} of ${count} sequencers were opened`)
}
