import { formatUnits } from 'viem'

/** What a typed amount means. `readings` are plain decimal texts that parse without ambiguity. */
export type ParsedAmount =
  | { kind: 'empty' }
  | { kind: 'amount'; value: bigint }
  | { kind: 'ambiguous'; readings: readonly [string, string] }
  | { kind: 'invalid'; reason: 'characters' | 'decimals' | 'size' }

/** Characters beyond which nothing is an amount; some of the patterns below take their square in time. */
const longest = 256

/** The most that a contract can count. */
const maxUint256 = 2n ** 256n - 1n

const characters = { kind: 'invalid', reason: 'characters' } as const

/** Full-width digits and marks become ASCII; every kind of space becomes one plain space. */
const normalise = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[。｡]/g, '.')
    .replace(/[、]/g, ',')
    .replace(/[\s'’]+/g, ' ')
    .trim()

const grouped = (text: string, mark: string): boolean => {
  const [first = '', ...rest] = text.split(mark)
  return /^[1-9]\d{0,2}$/.test(first) && rest.length > 0 && rest.every((part) => /^\d{3}$/.test(part))
}

const isPlain = (text: string): boolean => /^(\d+\.?\d*|\.\d+)$/.test(text)

/** Every plain decimal text that `text` can stand for, given that `,` and `.` both separate thousands somewhere. */
function readingsOf(text: string): string[] {
  if (text.includes(' ')) {
    const [whole = '', fraction, ...rest] = text.split(/[.,]/)
    return rest.length === 0 && grouped(whole, ' ') && !fraction?.includes(' ')
      ? [whole.replaceAll(' ', '') + (fraction === undefined ? '' : `.${fraction}`)]
      : []
  }
  const points = text.split('.').length - 1
  const commas = text.split(',').length - 1
  if (commas === 0 && points <= 1) return [text]
  if (commas > 0 && points > 0) {
    const decimal = text.lastIndexOf('.') > text.lastIndexOf(',') ? '.' : ','
    const [whole = '', fraction = ''] = text.split(decimal)
    const mark = decimal === '.' ? ',' : '.'
    return text.split(decimal).length === 2 && grouped(whole, mark) ? [`${whole.replaceAll(mark, '')}.${fraction}`] : []
  }
  const mark = commas > 0 ? ',' : '.'
  const thousands = grouped(text, mark) ? [text.replaceAll(mark, '')] : []
  const decimal = commas === 1 ? [text.replace(',', '.')] : []
  return [...thousands, ...decimal]
}

/**
 * Text to base units. `1,000` may mean a thousand or one: both readings come back, neither is chosen.
 * @param decimals of the token; more significant decimals than that are refused, trailing zeros are not
 */
export function parseAmount(text: string, decimals = 18): ParsedAmount {
  if (text.length > longest) return { kind: 'invalid', reason: 'size' }
  const clean = normalise(text)
  if (clean === '') return { kind: 'empty' }
  const readings = readingsOf(clean).filter(isPlain)
  const [first, second] = readings
  if (first === undefined) return characters
  if (second !== undefined) return { kind: 'ambiguous', readings: [first, second] }
  const exact = first.includes('.') ? first.replace(/\.?0*$/, '') : first
  const [whole = '', fraction = ''] = exact.split('.')
  if (fraction.length > decimals) return { kind: 'invalid', reason: 'decimals' }
  const value = BigInt(whole + fraction.padEnd(decimals, '0'))
  return value > maxUint256 ? { kind: 'invalid', reason: 'size' } : { kind: 'amount', value }
}

/** Base units to the shortest exact decimal text, which {@link parseAmount} reads back to the same value. */
export const toText = (value: bigint, decimals = 18): string => formatUnits(value, decimals)

/**
 * Gas units set aside, the figures measured on a chain with these contracts and raised by a quarter:
 * approve 47k, mint with deposit 189k; an exit is unstake 203k, approve 47k, queue entry 219k and redemption 88k.
 */
const gas = { enter: 295_000n, exit: 700_000n } as const

/** What an approval and a stake cost at most, in base units of METIS. */
export const enterFee = (gasPrice: bigint): bigint => gas.enter * gasPrice

/** Base units of METIS to keep back so that this stake and a later exit can be paid at twice today's price. */
export const gasReserve = (gasPrice: bigint): bigint => (gas.enter + gas.exit) * gasPrice * 2n

/** Base units of METIS that can be staked. METIS is the gas coin: its ERC-20 and its native balance are one. */
export function maxStake(balance: bigint, gasPrice: bigint): bigint {
  const rest = balance - gasReserve(gasPrice)
  return rest > 0n ? rest : 0n
}
