import type { Address } from 'viem'
import type { Client } from './rpc'

/** Whether an address is a contract's; an account that only borrows code (EIP-7702) signs for itself. Throws when the RPC fails. */
export async function readIsContract(client: Client, address: Address): Promise<boolean> {
  const code = await client.getCode({ address })
  return code !== undefined && code !== '0x' && !code.startsWith('0xef0100')
}
