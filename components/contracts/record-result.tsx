import { fill } from '@/lib/messages/fill'
import { plural } from '@/lib/messages/plural'
import type { Recheck, RecheckRow } from '@/lib/recheck'
import { Mark, type Tone } from './mark'
import { answerText, isMoving, questionText } from './record-text'
import { toVerdict } from './record-verdict'
import type { RecordSetting } from './record-words'

type Props = RecordSetting & { recheck: Recheck }

/** What has changed since the record was made. */
function Since({ recheck, ...setting }: Props) {
  const { record: words } = setting.words
  const settled = recheck.rows.filter(({ call }) => !isMoving(call))
  const changed = settled.filter(({ now }) => now === 'differs')
  const isWhole = !settled.some(({ now }) => now === 'unread')
  return (
    <>
      {changed.length > 0 && (
        <>
          <p>{plural(changed.length, words.changed, setting.locale)}</p>
          <ul className="list-disc pl-5 marker:text-barley">
            {changed.map(({ call, latest }) => (
              <li key={questionText(call, setting)} className="wrap-anywhere">
                {questionText(call, setting)}:{' '}
                {fill(words.change, {
                  from: answerText(call, call.result, setting),
                  to: answerText(call, latest ?? null, setting),
                })}
              </li>
            ))}
          </ul>
        </>
      )}
      {changed.length === 0 && isWhole && <p>{words.unchanged}</p>}
      {!isWhole && <p>{words.nowUnread}</p>}
      <p className="text-sm text-ink-soft">{words.moving}</p>
    </>
  )
}

const tones: Record<RecheckRow['past'], Tone> = { match: 'good', differs: 'bad', unread: 'open' }

/** Every answer with both verdicts. */
function All({ recheck, ...setting }: Props) {
  const { record: words } = setting.words
  const head = 'border-b border-ink-soft py-2 pr-4 font-normal text-ink-soft'
  const cell = 'border-b border-line py-2 pr-4 align-baseline'
  return (
    <table className="w-full min-w-160 text-left text-sm">
      <caption className="sr-only">{words.all}</caption>
      <thead>
        <tr>
          {[words.question, words.recorded, words.past, words.now].map((name) => (
            <th key={name} scope="col" className={head}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {recheck.rows.map(({ call, past, now }) => (
          <tr key={`${call.kind}${call.chainId}${call.to}${call.data}`}>
            <th scope="row" className={`${cell} font-normal wrap-anywhere`}>
              {questionText(call, setting)}
            </th>
            <td className={`${cell} wrap-anywhere`}>{answerText(call, call.result, setting)}</td>
            {[past, now].map((verdict, i) => (
              <td key={i === 0 ? 'past' : 'now'} className={`${cell} whitespace-nowrap`}>
                <Mark tone={i === 1 && verdict === 'differs' ? 'open' : tones[verdict]}>{words.verdict[verdict]}</Mark>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** What came of asking again: whether the record is true, what has changed since, and every answer. */
export function RecordResult(props: Props) {
  const { record: words } = props.words
  const { tone, text } = toVerdict(props.recheck, props)
  return (
    <div className="mt-4 flex flex-col gap-3">
      <div role="status" className="flex max-w-measure flex-col gap-3">
        <p className="text-lg">
          <Mark tone={tone}>
            <span>{text}</span>
          </Mark>
        </p>
        <Since {...props} />
      </div>
      <details>
        <summary className="link inline-flex min-h-11 cursor-pointer items-center">{words.all}</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls has to be reachable by keyboard */}
        <div tabIndex={0} className="overflow-x-auto">
          <All {...props} />
        </div>
      </details>
    </div>
  )
}
