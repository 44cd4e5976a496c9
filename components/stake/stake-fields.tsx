import { AmountField } from '@/components/amount-field'
import { Balance } from '@/components/balance'
import { Choice } from '@/components/choice'
import type { useStake } from '@/hooks/use-stake'
import { gasReserve } from '@/lib/amount'
import { formatAmount } from '@/lib/format'
import type { Messages } from '@/lib/messages/en'
import { fill } from '@/lib/messages/fill'

type Props = {
  stake: ReturnType<typeof useStake>
  /** Why the amount can't be. */
  fault: string | undefined
  words: Messages['stake']
  locale: string
}

/** What you give, how much of it, and what you want for it. */
export function StakeFields({ stake, fault, words, locale }: Props) {
  const { intent, position, field, balance, most, setGive, setReceive } = stake
  const { give } = intent
  const keeps = position && give === 'METIS'
  return (
    <>
      <Choice
        legend={words.give}
        name="give"
        value={give}
        onChange={setGive}
        options={[
          { value: 'METIS', label: words.giveMetis },
          { value: 'eMetis', label: words.giveEMetis },
        ]}
      />
      <AmountField
        field={field}
        token={give}
        words={words}
        max={most}
        fault={fault}
        aside={
          <Balance
            label={words.balance}
            value={balance}
            unit={give}
            block={position?.block}
            source={words.source}
            locale={locale}
          />
        }
        hint={
          keeps
            ? fill(words.maxKept, { amount: formatAmount(gasReserve(position.gasPrice), locale, 'form') })
            : undefined
        }
      />
      <Choice
        legend={words.receive}
        name="receive"
        value={intent.receive}
        onChange={setReceive}
        options={[
          { value: 'seMetis', label: words.seMetis, note: words.seMetisNote },
          { value: 'eMetis', label: words.eMetis, note: words.eMetisNote, disabled: give === 'eMetis' },
        ]}
      />
    </>
  )
}
