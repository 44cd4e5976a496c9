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

type Ticket = Extract<Dated, { kind: 'requested' | 'redeemed' | 'cancelled' }>

/** eMetis in a ticket is still the account's: only the fee has left. For another, or from one, it is the whole ticket. */
function toTicket({ kind, amount, fee, id, from, to }: Ticket): Entry {
  const about = `Redemption ticket ${id}`
  if (kind === 'redeemed') return { sent: of(amount, 'eMetis'), got: of(amount, 'METIS'), about }
  const isAsked = kind === 'requested'
  const text = isAsked ? about : `${about} cancelled`
  const gross = isAsked ? amount : amount + fee
  if (from || to) return { sent: of(gross, 'eMetis'), got: of(isAsked ? amount - fee : amount, 'eMetis'), about: text }
  return { sent: of(fee, 'eMetis'), got: null, label: 'cost', about: isAsked ? `Fee of redemption ticket ${id}` : text }
}

/** What left and what came, whoever it was of. A payout moves nothing: it shows when the shares are sold. */
function toWhole(deed: Dated): Entry {
  switch (deed.kind) {
    case 'staked':
      return { sent: of(deed.assets, deed.gave), got: of(deed.shares, 'seMetis'), about: 'Staked with ENKI' }
    case 'unstaked': {
      const vests = deed.vested > 0n ? `; ${formatUnits(deed.vested, 18)} eMetis vests` : ''
      const got = of(deed.assets - deed.vested, 'eMetis')
      return { sent: of(deed.shares, 'seMetis'), got, about: `Unstaked${vests}` }
    }
    case 'received':
    case 'sent':
      return { sent: of(deed.shares, 'seMetis'), got: of(deed.shares, 'seMetis'), about: 'Shares' }
    case 'granted':
      return { sent: null, got: of(deed.assets - deed.vested, 'eMetis'), about: 'Unstake of another account' }
    case 'stakedFor':
      return { sent: of(deed.amount, deed.gave), got: null, about: 'Staked for another account' }
    case 'minted':
    case 'mintedFor':
      return { sent: of(deed.amount, 'METIS'), got: of(deed.amount, 'eMetis'), about: 'METIS to eMetis' }
    case 'claimed':
      return { sent: null, got: of(deed.amount, 'eMetis'), about: 'Vested part of an unstake' }
    default:
      return toTicket(deed)
  }
}

/** The account's own half of it: what another gave did not leave it, and what another got did not come to it. */
function toEntry(deed: Dated): Entry {
  const { sent, got, about, label } = toWhole(deed)
  const { from, to } = deed
  const other = from ? ` from ${from}` : to ? ` to ${to}` : ''
  return { sent: from ? null : sent, got: to ? null : got, label, about: about + other }
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
