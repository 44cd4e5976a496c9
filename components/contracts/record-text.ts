import { decodeFunctionData, decodeFunctionResult, type Hex } from 'viem'
import { evidenceAbi as abi, callName } from '@/lib/call-name'
import type { Call } from '@/lib/evidence'
import { formatAddress, formatCount, formatExact } from '@/lib/format'
import { fill } from '@/lib/messages/fill'
import type { ParameterId } from '@/lib/parameter-events'
import type { RecordSetting } from './record-words'
import { ruleText } from './rule-text'

/** Getters whose answers have a unit. */
const units: Readonly<Record<string, ParameterId>> = {
  protocolTreasuryRatio: 'treasuryRatio',
  vestingRatio: 'vestingRatio',
  vestingDuration: 'vestingSeconds',
  redemptionFee: 'redemptionFee',
  cancelRedemptionFee: 'cancelRedemptionFee',
  queueLengthSecs: 'queueSeconds',
  minQueueLengthSecs: 'minQueueSeconds',
  reduceMaturityStakeSecs: 'lpSeconds',
  isPublic: 'public',
  paused: 'paused',
  rewardPerBlock: 'rewardPerBlock',
  exitDelayPeriod: 'exitSeconds',
  minLock: 'minLock',
  maxLock: 'maxLock',
  epochLength: 'epochLength',
  getMinDelay: 'exitSeconds',
  buffer: 'exitSeconds',
}

/** Amounts that every stake, exit and payout moves. */
export const isMoving = (call: Call): boolean => /^total(Assets|Supply)\(\)$/.test(callName(call) ?? '')

const nameOf = (chainId: number, address: string, { names }: RecordSetting): string =>
  names[`${chainId} ${address.toLowerCase()}`] ?? formatAddress(address)

/** What was asked, as it would be written: `Config.vestingRatio()`. */
export function questionText(call: Call, setting: RecordSetting): string {
  const { record: words } = setting.words
  const name = nameOf(call.chainId, call.to, setting)
  if (call.kind !== 'call') return fill(words[call.kind], { name })
  return `${name}.${callName(call) ?? `${call.data.slice(0, 10)}…`}`
}

function partText(call: Call, getter: string, value: unknown, setting: RecordSetting): string {
  const { words, locale } = setting
  const unit = units[getter]
  if (typeof value === 'string') return nameOf(call.chainId, value, setting)
  if (unit && (typeof value === 'bigint' || typeof value === 'boolean'))
    return ruleText(unit, value, words.parameters, locale)
  if (typeof value !== 'bigint') return String(value)
  return isMoving(call) ? formatExact(value, locale) : formatCount(value, locale)
}

/** What a contract answered, in words and units where they are known. */
export function answerText(call: Call, answer: Hex | null, setting: RecordSetting): string {
  if (answer === null || answer === '0x') return setting.words.record.nothing
  if (call.kind !== 'call') return formatAddress(answer)
  try {
    const { functionName } = decodeFunctionData({ abi, data: call.data })
    const value: unknown = decodeFunctionResult({ abi, functionName, data: answer })
    return [value]
      .flat()
      .map((part) => partText(call, functionName, part, setting))
      .join(', ')
  } catch {
    return formatAddress(answer)
  }
}
