import type { ContractKey } from '@/lib/inventory'
import type { Messages } from '@/lib/messages/en'
import { fill } from '@/lib/messages/fill'

type Words = Messages['contracts']['list']
type Numbered = Extract<ContractKey, `agent${number}` | `lp${number}`>

const isNumbered = (key: ContractKey): key is Numbered => /^(agent|lp)\d+$/.test(key)
const wordKey = (key: ContractKey) => (isNumbered(key) ? (key.startsWith('agent') ? 'agent' : 'lp') : key)

/** What a contract is called. */
export const contractName = (key: ContractKey, words: Words): string =>
  fill(words.name[wordKey(key)], { n: key.replace(/\D/g, '') })

/** What it is for, in one sentence. */
export const contractJob = (key: ContractKey, words: Words): string => words.job[wordKey(key)]
