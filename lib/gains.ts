import { type Address, erc20Abi, isAddressEqual, type Log, parseEventLogs } from 'viem'
import type { Change } from './step'
import { tokens } from './trial'

/** What mined transactions brought an account, by the transfers in their logs: base units, only what there is more of now. */
export function gainsOf(logs: readonly Log[], account: Address): readonly Change[] {
  const transfers = parseEventLogs({ abi: erc20Abi, logs: [...logs], eventName: 'Transfer' })
  return tokens.flatMap(({ token, at }) => {
    let amount = 0n
    for (const { address, args } of transfers) {
      if (!isAddressEqual(address, at)) continue
      if (isAddressEqual(args.to, account)) amount += args.value
      if (isAddressEqual(args.from, account)) amount -= args.value
    }
    return amount > 0n ? [{ token, amount }] : []
  })
}
