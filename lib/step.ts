import {
  type Abi,
  type Address,
  type ContractFunctionArgs,
  type ContractFunctionName,
  decodeFunctionData,
  encodeFunctionData,
  type Hex,
} from 'viem'
import type { Messages } from './messages/en'
import type { Recipient } from './recipient'

/** A transaction as data. `changes` are the balances it is expected to move, in base units, signed. */
export type Step = {
  id: StepId
  /** What it gives away or lets be taken, in base units. */
  amount: bigint
  abi: Abi
  address: Address
  chainId: number
  functionName: string
  args: readonly unknown[]
  changes: readonly Change[]
  /** Who gets what it gives, where that is not the account itself. */
  recipient?: Recipient
}
/** Every step a flow can have; the messages word each of them. */
export type StepId = keyof Messages['flow']['step']
/**
 * A token named by its symbol and what is expected to happen to the balance of it, the account's unless it says whose.
 * `lp`: which of the LP tokens, of which there are several.
 */
export type Change = {
  token: 'METIS' | 'eMetis' | 'seMetis' | 'ENKI' | 'LP'
  lp?: Address
  amount: bigint
  of?: 'recipient'
}

/** The call decoded back from the bytes that the wallet is asked to sign. */
export type SignedCall = {
  to: Address
  data: Hex
  functionName: string
  args: readonly { name: string; value: string }[]
}

/** Checks one call's name and arguments against its ABI and forgets the types: a flow is a list of unlike calls. */
export function step<const abi extends Abi, name extends ContractFunctionName<abi, 'nonpayable' | 'payable'>>(
  id: StepId,
  amount: bigint,
  call: { abi: abi; address: Address; chainId: number; functionName: name } & {
    args: ContractFunctionArgs<abi, 'nonpayable' | 'payable', name>
  },
  changes: readonly Change[] = [],
): Step {
  return { ...call, id, amount, changes } as unknown as Step
}

/** The LP tokens that steps move. */
export const lpTokensOf = (steps: readonly Pick<Step, 'changes'>[]): Address[] => [
  ...new Set(steps.flatMap(({ changes }) => changes.flatMap(({ lp }) => lp ?? []))),
]

/** The step with what it gives going to somebody else; as it is without one. The arguments of its call have to say so as well. */
export function givenTo(recipient: Recipient | undefined, one: Step): Step {
  if (!recipient) return one
  const changes = one.changes.map((change): Change => (change.amount > 0n ? { ...change, of: 'recipient' } : change))
  return { ...one, changes, recipient }
}

/** The bytes to sign and what they say when read back. */
export function toSignedCall({ abi, address, functionName, args }: Step): SignedCall {
  const data = encodeFunctionData({ abi, functionName, args })
  const decoded = decodeFunctionData({ abi, data })
  const item = abi.find((entry) => entry.type === 'function' && entry.name === decoded.functionName)
  const inputs = item && 'inputs' in item ? item.inputs : []
  const values = decoded.args ?? []
  return {
    to: address,
    data,
    functionName: decoded.functionName,
    args: values.map((value, i) => ({ name: inputs[i]?.name || `${i + 1}`, value: String(value) })),
  }
}
