import type { Hex } from 'viem'
import { afterAll, afterEach, beforeEach, describe } from 'vitest'
import { startEnki } from './enki'
import { configFacts } from './facts/config'
import { gateFacts } from './facts/gates'
import { inviterFacts } from './facts/inviter'
import { lpLockFacts } from './facts/lp-lock'
import { marketFacts } from './facts/market'
import { mintFacts } from './facts/mint'
import { queueFacts } from './facts/queue'
import { rewardFacts } from './facts/rewards'
import { speedUpFacts } from './facts/speed-up'
import { vaultFacts } from './facts/vault'
import { vaultRefusals } from './facts/vault-refusals'
import { vestingFacts } from './facts/vesting'

const enki = await startEnki()
let start: Hex

beforeEach(async () => {
  start = await enki.client.snapshot()
})
afterEach(async () => {
  await enki.client.revert({ id: start })
})
afterAll(() => enki.stop())

describe('who may do what', () => gateFacts(enki))
describe('minting', () => mintFacts(enki))
describe('the vault', () => vaultFacts(enki))
describe('the vault, asked for what it does not give', () => vaultRefusals(enki))
describe('rewards', () => rewardFacts(enki))
describe('vesting', () => vestingFacts(enki))
describe('the redemption queue', () => queueFacts(enki))
describe('speeding a redemption up', () => speedUpFacts(enki))
describe('locked LP tokens', () => lpLockFacts(enki))
describe('inviting', () => inviterFacts(enki))
describe('the configuration', () => configFacts(enki))
describe('the market', () => marketFacts(enki))
