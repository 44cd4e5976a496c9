import {
  BaseError,
  ChainMismatchError,
  type ContractErrorName,
  ContractFunctionExecutionError,
  ContractFunctionRevertedError,
  HttpRequestError,
  InsufficientFundsError,
  InternalRpcError,
  SwitchChainError,
  UnauthorizedProviderError,
} from 'viem'
import type { redemptionQueueAbi } from '@/abi/redemption-queue'
import { HostsDiffer } from './agreement'
import { isHostFault } from './host-health'
import type { Messages } from './messages/en'

/** Custom errors of our contracts: naming one here is forced by the compiler, and so is its sentence in each language. */
type CustomError = ContractErrorName<typeof redemptionQueueAbi>

const customErrors: Record<CustomError, Failure> = {
  NotMatureYet: 'notMatureYet',
  AlreadyRedeemed: 'alreadyRedeemed',
  Erc721CallerNotOwnerOrApproved: 'notTicketOwner',
  AlreadyReducedMaturity: 'alreadyReduced',
  ReduceTimeExceedsLimit: 'reduceLimit',
  LpTokenNotLocked: 'lpNotLocked',
  ExceedsCollectedFees: 'exceedsFees',
}

/** Revert strings of the contracts a person passes through, to the letter; each is provoked once on a chain. */
export const revertStrings = {
  'EMetisMinter: amount is zero': 'zeroAmount',
  'ERC20: insufficient allowance': 'lowAllowance',
  'ERC20: transfer amount exceeds balance': 'lowBalance',
  'ERC20: mint to the zero address': 'zeroAddress',
  'ERC20: approve to the zero address': 'zeroAddress',
  'forUser: paused': 'paused',
  'ERC4626: redeem more than max': 'moreThanShares',
  'ERC4626: withdraw more than max': 'moreThanShares',
  'SeMetis: deployer should keep the initial deposit amount': 'firstDeposit',
  'Vesting: amount is zero': 'zeroVest',
  'Vesting: zero address': 'zeroAddress',
  'Vesting: no eMetis or no ENKI staked': 'nothingVests',
  'BaseToken: approve to the zero address': 'zeroAddress',
  'BaseToken: transfer amount exceeds allowance': 'lowEnkiAllowance',
  'BaseToken: transfer amount exceeds balance': 'lowEnki',
  'BaseToken: msg.sender not whitelisted': 'enkiClosed',
  'RedemptionQueue: amount is zero': 'zeroAmount',
  'RedemptionQueue: zero address': 'zeroAddress',
  'RedemptionQueue: getReserves failed': 'noReserves',
  'ERC721: invalid token ID': 'noSuchTicket',
  'ERC721: transfer to non ERC721Receiver implementer': 'notReceiver',
  'ds-math-sub-underflow': 'lowLp',
} as const satisfies Record<string, Failure>

/** What went wrong: the key of its sentence in every language. */
export type Failure = keyof Messages['failure']

/** OpenZeppelin's role check; the account is written in lower case in front of the role. */
const missingRole = /^AccessControl: account 0x[0-9a-f]{40} is missing role 0x[0-9a-f]{64}$/

/** The same refusal means something else to a person, depending on what was asked for. */
const meanings: Record<string, Partial<Record<Failure, Failure>>> = {
  redeemRedemptionTicketNft: { lowBalance: 'queueShort' },
  unlockLpToken: { notMatureYet: 'lpStillLocked' },
  ...Object.fromEntries(
    ['redeem', 'withdraw', 'stake', 'unstake'].map((fn) => [fn, { paused: 'pausedExit', notPublic: 'notPublicExit' }]),
  ),
}

function ofRevert({ data, reason }: ContractFunctionRevertedError): Failure {
  if (data?.errorName === 'Panic') return 'miscount'
  if (data && data.errorName in customErrors) return customErrors[data.errorName as CustomError]
  return ofReason(reason)
}

function ofReason(reason = ''): Failure {
  if (reason in revertStrings) return revertStrings[reason as keyof typeof revertStrings]
  return missingRole.test(reason) ? 'notPublic' : 'unknown'
}

/** The contract's words, from a node that gives them within a sentence of its own, as older ones do; undefined: there are none. */
function refusalIn(error: BaseError): string | undefined {
  let found: string | undefined
  error.walk((cause) => {
    const text = cause instanceof BaseError ? cause.details : cause instanceof Error ? cause.message : ''
    found = /execution reverted: (.*)/.exec(text ?? '')?.[1]
    return found !== undefined
  })
  return found
}

const kinds = [
  [InsufficientFundsError, 'lowGas'],
  [SwitchChainError, 'wrongChain'],
  [ChainMismatchError, 'wrongChain'],
  [UnauthorizedProviderError, 'unauthorized'],
  [HttpRequestError, 'unreachable'],
  [InternalRpcError, 'walletFault'],
] as const

/** The sentence to show for an error. A declined signature has none: ask `isDeclined` first. */
export function failureOf(error: unknown): Failure {
  if (error instanceof HostsDiffer) return 'hostsDiffer'
  if (!(error instanceof BaseError)) return 'walletFault'
  const revert = error.walk((cause) => cause instanceof ContractFunctionRevertedError)
  const said = refusalIn(error)
  if (revert instanceof ContractFunctionRevertedError || said !== undefined) {
    const found = revert instanceof ContractFunctionRevertedError ? ofRevert(revert) : 'unknown'
    const failure = found === 'unknown' ? ofReason(said) : found
    const call = error.walk((cause) => cause instanceof ContractFunctionExecutionError)
    const asked = call instanceof ContractFunctionExecutionError ? call.functionName : ''
    return meanings[asked]?.[failure] ?? failure
  }
  const kind = kinds.find(([type]) => error.walk((cause) => cause instanceof type))
  return kind?.[1] ?? (isHostFault(error) ? 'unreachable' : 'unknown')
}

/** The first line of an error's own words, for people who report it. */
export const detailOf = (error: unknown): string =>
  (error instanceof BaseError ? error.shortMessage : error instanceof Error ? error.message : String(error))
    .split('\n')[0]
    ?.slice(0, 200) ?? ''
