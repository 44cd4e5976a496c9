import {
  ChainMismatchError,
  InternalRpcError,
  InvalidInputRpcError,
  TransactionExecutionError,
  UnauthorizedProviderError,
} from 'viem'
import { describe, expect, test } from 'vitest'
import { failureOf } from './errors'
import { network } from './network'
import { isUnsent } from './wallet-errors'

/** As a wallet client gives it on. */
const given = (cause: ChainMismatchError | InternalRpcError | InvalidInputRpcError | UnauthorizedProviderError) =>
  new TransactionExecutionError(cause, { account: null })

describe('a wallet that does not sign', () => {
  test.each([
    [
      'because it was moved to another chain',
      new ChainMismatchError({ chain: network.l2, currentChainId: 1 }),
      'wrongChain',
    ],
    ['because the account is not to be used here', new UnauthorizedProviderError(new Error('no')), 'unauthorized'],
  ] as const)('%s has certainly sent nothing', (_, cause, failure) => {
    expect(isUnsent(given(cause))).toBe(true)
    expect(failureOf(given(cause))).toBe(failure)
  })

  test.each([new InternalRpcError(new Error('?')), new InvalidInputRpcError(new Error('?'))])(
    'and says only %s may have sent all the same',
    (cause) => expect(isUnsent(given(cause))).toBe(false),
  )
})
