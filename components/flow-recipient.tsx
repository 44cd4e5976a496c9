import { recipientWords } from '@/lib/messages/recipient'
import type { Recipient } from '@/lib/recipient'
import type { StepId } from '@/lib/step'
import { AddressGroups } from './address-groups'
import { RecipientVerdict } from './recipient-verdict'

type Props = { recipient: Recipient; step: StepId; isDone: boolean; locale: string }

const deedOf = (step: StepId) => {
  if (step === 'request') return 'request'
  return step === 'unstake' || step === 'unstakeNow' ? 'unstake' : 'stake'
}

/** Who else gets what the flow gives: the whole address, what is known of it, and that it can't be called back. */
export function FlowRecipient({ recipient, step, isDone, locale }: Props) {
  const words = recipientWords(locale)
  const deed = deedOf(step)
  return (
    <section aria-label={words.title} className="mt-4 flex flex-col gap-2 border-t border-line pt-4 text-sm">
      <h3 className="font-sans text-sm">{words.title}</h3>
      {isDone ? (
        <>
          <AddressGroups address={recipient.address} />
          <p>{words.done[deed]}</p>
        </>
      ) : (
        <>
          <RecipientVerdict recipient={recipient} words={words} locale={locale} />
          <p>
            {words.belongs[deed]} {words.nothing}
          </p>
        </>
      )}
    </section>
  )
}
