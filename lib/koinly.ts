import { formatUnits } from 'viem'
import type { Dated } from './account-history'
import { toCsv } from './csv'

const columns = [
  'Date',
  'Sent Amount',
  'Sent Currency',
  'Received Amount',
  'Received Currency',
  'Fee Amount',
  'Fee Currency',
  'Net Worth Amount',
  'Net Worth Currency',
  'Label',
  'Description',
  'TxHash',
]

type Side = { amount: bigint; token: string } | null
type Entry = { sent: Side; got: Side; label?: string; about: string }

const of = (amount: bigint, token: string): Side => (amount > 0n ? { amount, token } : null)

/** What left and what came, as that layout has it. A payout moves nothing: it shows when the shares are sold. */
function toEntry(deed: Dated): Entry {
  switch (deed.kind) {
    case 'staked':
      return { sent: of(deed.assets, deed.gave), got: of(deed.shares, 'seMetis'), about: 'Staked with ENKI' }
    case 'unstaked': {
      const vests = deed.vested > 0n ? `; ${formatUnits(deed.vested, 18)} eMetis vests` : ''
      const got = of(deed.assets - deed.vested, 'eMetis')
      return { sent: of(deed.shares, 'seMetis'), got, about: `Unstaked${vests}` }
    }
    case 'received':
      return { sent: null, got: of(deed.shares, 'seMetis'), about: `From ${deed.other}` }
    case 'sent':
      return { sent: of(deed.shares, 'seMetis'), got: null, about: `To ${deed.other}` }
    case 'granted':
      return { sent: null, got: of(deed.assets - deed.vested, 'eMetis'), about: 'Unstake of another account' }
    case 'minted':
      return { sent: of(deed.amount, 'METIS'), got: of(deed.amount, 'eMetis'), about: 'METIS to eMetis' }
    case 'claimed':
      return { sent: null, got: of(deed.amount, 'eMetis'), about: 'Vested part of an unstake' }
    case 'requested':
      return { sent: of(deed.fee, 'eMetis'), got: null, label: 'cost', about: `Fee of redemption ticket ${deed.id}` }
    case 'redeemed':
      return { sent: of(deed.amount, 'eMetis'), got: of(deed.amount, 'METIS'), about: `Redemption ticket ${deed.id}` }
    case 'cancelled':
      return { sent: of(deed.fee, 'eMetis'), got: null, label: 'cost', about: `Redemption ticket ${deed.id} cancelled` }
  }
}

const side = (part: Side): string[] => (part ? [formatUnits(part.amount, 18), part.token] : ['', ''])
const date = (seconds: number) => `${new Date(seconds * 1000).toISOString().slice(0, 19).replace('T', ' ')} UTC`

/** An account's deeds in the universal layout that Koinly imports; deeds that moved nothing are left out. */
export function toKoinlyCsv(deeds: readonly Dated[]): string {
  const lines = deeds.flatMap((deed) => {
    const { sent, got, label = '', about } = toEntry(deed)
    return sent || got ? [[date(deed.seconds), ...side(sent), ...side(got), '', '', '', '', label, about, deed.tx]] : []
  })
  return toCsv([columns, ...lines])
}
