import {
  AtomicityNotSupportedError,
  AtomicReadyWalletRejectedUpgradeError,
  BaseError,
  BundleTooLargeError,
  ChainMismatchError,
  DuplicateIdError,
  InsufficientFundsError,
  InvalidParamsRpcError,
  MethodNotFoundRpcError,
  MethodNotSupportedRpcError,
  UnauthorizedProviderError,
  UnsupportedChainIdError,
  UnsupportedNonOptionalCapabilityError,
  UnsupportedProviderMethodError,
  UserRejectedRequestError,
} from 'viem'

const isRejection = (error: unknown): boolean =>
  error instanceof UserRejectedRequestError ||
  (typeof error === 'object' && error !== null && 'code' in error && error.code === 4001)

/** True when the person declined in the wallet: a choice, not an error. Walks wrapped errors. */
export function isDeclined(error: unknown): boolean {
  return error instanceof BaseError ? error.walk(isRejection) !== null : isRejection(error)
}

/** Refusals of a wallet that come before anything is signed. */
const before = [
  ChainMismatchError,
  InsufficientFundsError,
  InvalidParamsRpcError,
  MethodNotFoundRpcError,
  MethodNotSupportedRpcError,
  UnauthorizedProviderError,
  UnsupportedProviderMethodError,
] as const

/** Refusals of a batch as such: of the upgrade it takes, of its size or kind, of the method. */
const ofBatches = [
  AtomicReadyWalletRejectedUpgradeError,
  AtomicityNotSupportedError,
  BundleTooLargeError,
  DuplicateIdError,
  InvalidParamsRpcError,
  MethodNotFoundRpcError,
  MethodNotSupportedRpcError,
  UnsupportedChainIdError,
  UnsupportedNonOptionalCapabilityError,
  UnsupportedProviderMethodError,
] as const

const isOf = (types: readonly (abstract new (...args: never) => Error)[], error: unknown): boolean =>
  error instanceof BaseError && types.some((type) => error.walk((cause) => cause instanceof type) !== null)

/** True when a wallet will not carry out several calls as one, and has sent nothing: they can be signed one by one. */
export const isRefusal = (error: unknown): boolean => !isDeclined(error) && isOf(ofBatches, error)

/** True when a failed wallet has certainly sent nothing; after any other failure the transaction may be on its way. */
export function isUnsent(error: unknown): boolean {
  return isDeclined(error) || isOf(before, error)
}
