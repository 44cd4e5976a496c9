import type { Page } from '@playwright/test'
import { type Hex, keccak256, numberToHex, pad, parseEther } from 'viem'
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts'
import type { FlowView } from '@/hooks/flow-view'
import { formatAddress } from '@/lib/format'
import { zh } from '@/lib/messages/zh'
import { answerSlots, holdReads } from './browser-rpc'
import {
  allowMinter,
  anvil,
  becomeContract,
  carryOut,
  dropWaiting,
  holdings,
  holdMining,
  l1Id,
  l2,
  l2Id,
  legacy,
  mineAgain,
  mined,
  sentOn,
  walletOf,
} from './chain'
import { closeJournal, journalButton, openJournal } from './journal-list'
import { expectFits } from './misfit'
import {
  amountField,
  closeFlow,
  expectRefused,
  expectSeen,
  fillStake,
  finish,
  flowDialog,
  openBeside,
  openStake,
  stakeButton,
  switchButton,
} from './stake-form'
import { axe, connectButton, expect, inEither, test } from './test'
import { refuse, type Wallet } from './wallet'

/** Every state that the dialog can show, and so every one of a flow. */
type Kind = FlowView['state']['kind']

/** Lets go of what is held. */
type GoOn = () => Promise<void>
type Stage = { page: Page; wallet: Wallet }

type State = {
  /** Presses the button and gets there; what it gives lets the flow go on. */
  enter: (stage: Stage) => Promise<GoOn>
  /** What the page says there. */
  says: string
  /** What the list says of the newest entry there; null: it is not to be found, since nothing was signed. */
  lists: string | null
  /** How often the wallet has been asked for a signature. */
  asked: number
  /**
   * What there is to lose. `unasked`: nothing was signed yet; `asked`: the question is open in the wallet; `followed`: a
   * transaction on its way; `handed`: the same, and the flow is over once its dialog is closed; `between`: one step is mined, the next one comes; `unclear`: on its way, but the flow is over;
   * `mined`: all but the figures; `done`: nothing; `over`: it ended without the stake.
   */
  point: 'unasked' | 'asked' | 'followed' | 'handed' | 'between' | 'unclear' | 'mined' | 'done' | 'over'
  /** Cases of one group share a page and an account. */
  group:
    | 'before the signature'
    | 'signed'
    | 'quiet for a minute'
    | 'by a contract account'
    | 'between two steps'
    | 'at its end'
    | 'signed as one'
}

const nothing: GoOn = async () => {}
const press = (page: Page) => stakeButton(page).click()
const minute = 61_000

/** Presses and stops the wallet's question. */
async function ask({ page, wallet }: Stage): Promise<() => void> {
  const held = wallet.holdNext()
  await press(page)
  await held.asked
  return held.release
}

/** Presses, and reads of one method are held from the moment the wallet is asked. */
async function holdAfterAsking(stage: Stage, method: string): Promise<GoOn> {
  const release = await ask(stage)
  const goOn = await holdReads(stage.page, method)
  release()
  return goOn
}

/** Sends it, and before a block takes it, does something else. */
const sendAnd = (act: (wallet: Wallet) => Promise<void>) => async (stage: Stage) => {
  await holdMining()
  await press(stage.page)
  // Only of one that a node has shown is the nonce certain.
  await expectSeen(stage.page)
  await act(stage.wallet)
  await mineAgain()
  return nothing
}

/** Presses before a wallet that signs both calls as one, and says afterwards what became of them: a status code of EIP-5792. */
async function join({ page, wallet }: Stage, status: number): Promise<GoOn> {
  await allowMinter(wallet.account, 0n)
  const chainId = numberToHex(l2Id)
  let receipts: unknown[] = []
  wallet.become(wallet.address, {
    wallet_getCapabilities: () => ({ [chainId]: { atomic: { status: 'supported' } } }),
    wallet_sendCalls: async ([sent]) => {
      const { id, calls } = sent as { id: Hex; calls: { to: Hex; data: Hex }[] }
      const [first] = calls
      if (status === 600 && first) {
        const hash = await walletOf(wallet.account).sendTransaction({ ...legacy, ...first })
        await mined(hash)
        receipts = [await l2.request({ method: 'eth_getTransactionReceipt', params: [hash] })]
      }
      return { id }
    },
    wallet_getCallsStatus: ([id]) => ({ version: '2.0.0', id, chainId, status, atomic: true, receipts }),
  })
  await press(page)
  return nothing
}

const states = {
  preparing: {
    enter: async ({ page }) => {
      const goOn = await holdReads(page)
      await press(page)
      return goOn
    },
    says: 'Reading the contracts and your balances',
    lists: null,
    asked: 0,
    point: 'unasked',
    group: 'before the signature',
  },
  switching: {
    enter: async ({ page, wallet }) => {
      wallet.putOn(l1Id, [l2Id])
      const held = wallet.holdNext('wallet_switchEthereumChain')
      await press(page)
      await held.asked
      return async () => held.release()
    },
    says: 'Your wallet asks you to change to Metis devnet',
    lists: null,
    asked: 0,
    point: 'unasked',
    group: 'before the signature',
  },
  simulating: {
    enter: async ({ page }) => {
      const goOn = await holdReads(page, 'eth_estimateGas')
      await press(page)
      return goOn
    },
    says: 'Trying the call out',
    lists: null,
    asked: 0,
    point: 'unasked',
    group: 'before the signature',
  },
  signing: {
    enter: async (stage) => {
      const release = await ask(stage)
      return async () => release()
    },
    says: 'Read what your wallet shows',
    lists: 'has not said that it sent this',
    asked: 1,
    point: 'asked',
    group: 'signed',
  },
  sent: {
    enter: async ({ page }) => {
      await holdMining()
      await press(page)
      await expectSeen(page)
      return mineAgain
    },
    says: 'Sent. Waiting for a block',
    lists: 'Waiting for a block',
    asked: 1,
    point: 'followed',
    group: 'signed',
  },
  unseen: {
    enter: async ({ page, wallet }) => {
      wallet.withholdNext()
      await press(page)
      await expect(flowDialog(page).getByText(inEither(({ flow }) => flow.state.sent))).toBeVisible()
      await page.clock.fastForward(minute)
      return wallet.sendAgain
    },
    says: 'Not seen in a block yet',
    lists: 'no node shows it',
    asked: 1,
    point: 'followed',
    group: 'quiet for a minute',
  },
  dropped: {
    enter: async ({ page, wallet }) => {
      await holdMining()
      await press(page)
      await expectSeen(page)
      await dropWaiting()
      await page.clock.fastForward(minute)
      return async () => {
        await wallet.sendAgain()
        await mineAgain()
      }
    },
    says: 'The nodes no longer show it',
    lists: 'The nodes no longer show it',
    asked: 1,
    point: 'followed',
    group: 'quiet for a minute',
  },
  signers: {
    enter: async ({ page, wallet }) => {
      await becomeContract(wallet.address)
      wallet.failBeforeSending({ result: keccak256(generatePrivateKey()) })
      await press(page)
      return async () => {
        const { to = '0x', data = '0x' } = wallet.transactions().at(-1) ?? {}
        await carryOut(wallet.address, { to, data })
      }
    },
    says: 'Waiting for signers',
    lists: 'Waiting for signers',
    asked: 1,
    point: 'handed',
    group: 'by a contract account',
  },
  mined: {
    enter: async (stage) => {
      await allowMinter(stage.wallet.account, 0n)
      const release = await ask(stage)
      // Held until a block has it, so that the first look finds its end; then the way to the second step is held.
      const look = await holdReads(stage.page, 'eth_getTransactionReceipt')
      const { l2: sent } = await sentOn(stage.wallet.address)
      release()
      await expect.poll(async () => (await sentOn(stage.wallet.address)).l2).toBe(sent + 1)
      const goOn = await holdReads(stage.page, 'eth_blockNumber')
      await look()
      return goOn
    },
    says: 'Mined in block',
    lists: 'Mined in block',
    asked: 1,
    point: 'between',
    group: 'between two steps',
  },
  refreshing: {
    enter: (stage) => holdAfterAsking(stage, 'eth_call'),
    says: 'Mined. Reading the figures again',
    lists: 'Mined in block',
    asked: 1,
    point: 'mined',
    group: 'signed',
  },
  done: {
    enter: async ({ page }) => {
      await press(page)
      return nothing
    },
    says: 'the figures on the page are from after it',
    lists: 'Mined in block',
    asked: 1,
    point: 'done',
    group: 'signed',
  },
  reverted: {
    enter: async (stage) => {
      const release = await ask(stage)
      await allowMinter(stage.wallet.account, 0n)
      release()
      return () => allowMinter(stage.wallet.account)
    },
    says: 'The contract refused the transaction',
    lists: 'The contract refused it',
    asked: 1,
    point: 'over',
    group: 'at its end',
  },
  cancelled: {
    enter: sendAnd((wallet) => wallet.cancel()),
    says: 'You cancelled it in your wallet',
    lists: 'Cancelled in the wallet',
    asked: 1,
    point: 'over',
    group: 'at its end',
  },
  superseded: {
    enter: sendAnd((wallet) => wallet.replace()),
    says: 'Another transaction of your account',
    lists: 'Another transaction of the account',
    asked: 1,
    point: 'over',
    group: 'at its end',
  },
  unfound: {
    enter: async (stage) => {
      await holdMining()
      await press(stage.page)
      await expectSeen(stage.page)
      const look = await holdReads(stage.page, 'eth_getTransactionReceipt')
      await stage.wallet.replace()
      await mineAgain()
      // So many that the node keeps no state of when it was sent.
      await anvil.mine({ blocks: 300 })
      await look()
      return nothing
    },
    says: 'Its nonce was spent by a transaction that could not be found',
    lists: 'Its nonce was spent by a transaction that could not be found',
    asked: 1,
    point: 'over',
    group: 'at its end',
  },
  declined: {
    enter: async ({ page, wallet }) => {
      wallet.rejectNext()
      await press(page)
      return nothing
    },
    says: 'You declined in the wallet',
    lists: null,
    asked: 1,
    point: 'over',
    group: 'at its end',
  },
  failed: {
    enter: async ({ page, wallet }) => {
      wallet.failBeforeSending(refuse(4100, 'Not authorized'))
      await press(page)
      return nothing
    },
    says: 'Your wallet did not let this account sign here. Nothing was sent',
    lists: null,
    asked: 1,
    point: 'over',
    group: 'at its end',
  },
  unclear: {
    enter: async ({ page, wallet }) => {
      await holdMining()
      wallet.failAfterSending(refuse(-32000, 'timeout'))
      await press(page)
      await expect(flowDialog(page).getByText(inEither(({ flow }) => flow.state.unclear))).toBeVisible()
      await expect(flowDialog(page)).not.toContainText('Nothing was sent')
      return mineAgain
    },
    says: 'this may have been sent all the same',
    lists: 'has not said that it sent this',
    asked: 1,
    point: 'unclear',
    group: 'signed',
  },
  blocked: {
    enter: async ({ page }) => {
      await answerSlots(page, pad('0xdead'))
      await press(page)
      return async () => page.unrouteAll({ behavior: 'ignoreErrors' })
    },
    says: 'Nothing was sent; your funds are where they were',
    lists: null,
    asked: 0,
    point: 'over',
    group: 'at its end',
  },
  stopped: {
    enter: async ({ page, wallet }) => {
      const other = await page.context().newPage()
      await other.goto('/en/contracts', { waitUntil: 'commit' })
      await other.evaluate((name) => {
        return new Promise<void>((taken) => {
          navigator.locks.request(name, () => {
            taken()
            return new Promise(() => {})
          })
        })
      }, `abzu.flow.${wallet.address}`)
      await press(page)
      return () => other.close()
    },
    says: 'This browser is in the middle of a transaction',
    lists: null,
    asked: 0,
    point: 'over',
    group: 'at its end',
  },
  refused: {
    enter: (stage) => {
      stage.wallet.rejectNext('wallet_sendCalls', 5750)
      return join(stage, 100)
    },
    says: 'You can sign them one after the other',
    lists: null,
    asked: 0,
    point: 'over',
    group: 'signed as one',
  },
  abandoned: {
    enter: (stage) => join(stage, 400),
    says: 'did not carry this out and will not try again',
    lists: 'did not carry this out',
    asked: 0,
    point: 'over',
    group: 'signed as one',
  },
  partial: {
    enter: (stage) => join(stage, 600),
    says: 'carried out only a part of this',
    lists: 'carried out only a part',
    asked: 0,
    point: 'over',
    group: 'signed as one',
  },
} as const satisfies Record<Kind, State>

const scanned = new Set<string>()

/** Every state, and what the list says of one, can be read whole by everybody, in either theme; it looks the same at each of its interruptions. */
async function scanOnce(page: Page, said: string): Promise<void> {
  if (scanned.has(said)) return
  scanned.add(said)
  await axe(page)
  await expectFits(page, said)
}

/** How much a case stakes: each its own, so that its entry is known by it. */
type Case = Stage & { state: State; amount: string }

/** What the list says of the case's newest entry; null: it has none. */
async function expectListed(page: Page, { amount, wallet }: Case, sentence: string | null): Promise<void> {
  if (sentence === null && (await journalButton(page).count()) === 0) return
  const newest = await openJournal(page)
  if (sentence === null) await expect(newest).not.toContainText(`${amount} METIS`)
  else {
    for (const text of [sentence, `${amount} METIS`, wallet.address]) await expect(newest).toContainText(text)
    await scanOnce(page, sentence)
  }
  await closeJournal(page)
}

const isRunning = ({ point }: State) => !['unclear', 'done', 'over'].includes(point)
const isUnsigned = ({ point }: State) => point === 'unasked' || point === 'between'
/** What the list says in the end, where nothing stops the flow. */
const ends = (state: State) => (state.point === 'over' ? state.lists : 'Mined in block')

async function shut(page: Page): Promise<void> {
  if (await flowDialog(page).isVisible()) await closeFlow(page)
}

/** Interrupts and lets go; gives whether the METIS ends up staked. */
type Interruption = (each: Case, goOn: GoOn) => Promise<boolean>

const interruptions = {
  reload: async (each, goOn) => {
    const { page, wallet, state, amount } = each
    const { point } = state
    const isResumed = point === 'followed' || point === 'handed' || point === 'mined'
    await page.reload()
    await expect(amountField(page)).toHaveValue(point === 'done' ? '' : amount)
    await expect(page.getByRole('radio', { name: 'eMetis', exact: true, checked: true })).toHaveCount(1)
    if (isResumed) await expect(flowDialog(page)).toContainText(state.says)
    else await expect(connectButton(page)).toHaveCount(0)
    await shut(page)
    await expectListed(page, each, state.lists)
    if (point === 'asked' || point === 'handed' || point === 'unclear') await expectRefused(page, wallet, 'sameCall')
    expect(wallet.transactions()).toHaveLength(state.asked)
    await goOn()
    if (isResumed && point !== 'handed') await expect(amountField(page)).toHaveValue('')
    await expectListed(page, each, point === 'unasked' ? null : ends(state))
    expect(wallet.transactions()).toHaveLength(state.asked)
    if (point === 'between') {
      await press(page)
      await finish(page)
    }
    return point !== 'unasked' && point !== 'over'
  },

  account: async (each, goOn) => {
    const { page, wallet, state } = each
    const other = privateKeyToAccount(generatePrivateKey())
    await wallet.choose(other)
    await expect(page.getByRole('banner').getByRole('button', { name: formatAddress(other.address) })).toHaveCount(1)
    await goOn()
    if (isUnsigned(state)) await expect(flowDialog(page)).toContainText(`no longer shows the account ${wallet.address}`)
    else if (isRunning(state)) await finish(page)
    if (state.point === 'between') await expect(flowDialog(page)).toContainText('What earlier steps did stays done')
    await shut(page)
    await expectListed(page, each, isUnsigned(state) ? state.lists : ends(state))
    expect(await sentOn(other.address)).toEqual({ l1: 0, l2: 0 })
    expect(wallet.transactions()).toHaveLength(state.asked)
    await wallet.choose(wallet.account)
    return !isUnsigned(state) && state.point !== 'over'
  },

  tab: async (each, goOn) => {
    const { page, wallet, state, amount } = each
    const second = await openBeside(page, wallet, { amount, receive: 'eMetis' })
    if (wallet.chainId() !== l2Id) await expect(switchButton(second)).toBeEnabled()
    else if (state.point === 'handed') await expectRefused(second, wallet, 'sameCall')
    else if (isRunning(state)) await expectRefused(second, wallet, 'otherTab')
    else if (state.point === 'unclear') await expectRefused(second, wallet, 'sameCall')
    await expectListed(second, each, state.lists)
    await goOn()
    if (isRunning(state)) await finish(page)
    await shut(page)
    await expectListed(second, each, ends(state))
    await second.close()
    return state.point !== 'over'
  },

  chain: async (each, goOn) => {
    const { page, wallet, state } = each
    const switched = wallet.asked('wallet_switchEthereumChain').length
    await wallet.moveTo(l1Id)
    await goOn()
    if (isRunning(state)) await finish(page)
    await shut(page)
    expect(wallet.chainId()).toBe(isUnsigned(state) ? l2Id : l1Id)
    const isAskedAgain = isUnsigned(state) && state !== states.switching
    expect(wallet.asked('wallet_switchEthereumChain').length - switched).toBe(isAskedAgain ? 1 : 0)
    await expectListed(page, each, ends(state))
    expect((await sentOn(wallet.address)).l1).toBe(0)
    await wallet.moveTo(l2Id)
    return state.point !== 'over'
  },
} as const satisfies Record<string, Interruption>

const proven: string[] = []
const [kinds, names] = [Object.keys(states), Object.keys(interruptions)]
test.afterAll(() =>
  console.log(
    `${kinds.length} states × ${names.length} interruptions: ${proven.length} of ${kinds.length * names.length}`,
  ),
)
test.afterEach(mineAgain)

/** Goes into a state, is interrupted there, and loses nothing. */
async function prove(each: Case, interrupt: Interruption): Promise<void> {
  const { page, wallet, state, amount } = each
  await fillStake(page, { amount, receive: 'eMetis' })
  await expect(stakeButton(page)).toBeEnabled()
  wallet.requests.length = 0
  const before = await holdings(wallet.address)
  const goOn = await state.enter(each)
  // In the dialog, or once that is gone, by the form.
  await expect(page.locator('body')).toContainText(state.says)
  expect(wallet.transactions()).toHaveLength(state.asked)
  await scanOnce(page, `the page: ${state.says}`)
  const staked = (await interrupt(each, goOn)) ? parseEther(amount) : 0n
  const after = await holdings(wallet.address)
  expect([before.metis - after.metis, after.eMetis - before.eMetis]).toEqual([staked, staked])
  for (const { from } of wallet.transactions()) expect(from?.toLowerCase()).toBe(wallet.address.toLowerCase())
}

for (const group of new Set(Object.values<State>(states).map((state) => state.group)))
  test(`no interruption loses anything: ${group}`, async ({ page, wallet }) => {
    test.setTimeout(360_000)
    if (group === 'quiet for a minute') await page.clock.install()
    await openStake(page, wallet, { metis: '99', isAllowed: true })
    let cases = 0
    for (const [kind, state] of Object.entries<State>(states).filter(([, each]) => each.group === group))
      for (const [name, interrupt] of Object.entries<Interruption>(interruptions))
        await test.step(`${kind}, ${name}`, async () => {
          cases += 1
          await prove({ page, wallet, state, amount: `1.${100 + cases}1` }, interrupt)
          proven.push(`${kind}, ${name}`)
        })
  })

/** What the page says in Chinese of a state, up to the first thing that is filled in; of some the sentence is of the cause. */
function saysInChinese(kind: Kind): string {
  const { flow, failure, stake } = zh
  const causes: Partial<Record<Kind, string>> = {
    blocked: '没有发送任何交易，你的资金还在原处',
    declined: stake.declined,
    failed: failure.unauthorized,
    stopped: flow.stopped.otherTab,
    unclear: flow.state.unclear,
  }
  const said: Partial<Record<Kind, string>> = flow.state
  return (causes[kind] ?? said[kind] ?? '').split('{')[0] ?? ''
}

for (const group of new Set(Object.values<State>(states).map((state) => state.group)))
  test(`axe finds nothing in Chinese: ${group}`, async ({ page, wallet }) => {
    test.setTimeout(240_000)
    if (group === 'quiet for a minute') await page.clock.install()
    await openStake(page, wallet, { metis: '99', isAllowed: true, language: 'zh' })
    for (const [kind, state] of Object.entries<State>(states).filter(([, each]) => each.group === group))
      await test.step(kind, async () => {
        await fillStake(page, { amount: '1.1', receive: 'eMetis' })
        await expect(stakeButton(page)).toBeEnabled()
        const goOn = await state.enter({ page, wallet })
        const sentence = saysInChinese(kind as Kind)
        expect(sentence).not.toBe('')
        await expect(page.locator('body')).toContainText(sentence)
        await axe(page)
        await expectFits(page, kind)
        await goOn()
        if (isRunning(state)) await finish(page)
        // The next one must not find this one open.
        await page.evaluate(() => {
          for (const key of Object.keys(localStorage).filter((each) => each.startsWith('abzu.journal')))
            localStorage.removeItem(key)
        })
        await page.reload()
        await shut(page)
      })
  })
