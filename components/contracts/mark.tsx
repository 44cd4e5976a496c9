import type { ReactNode } from 'react'
import { Glyph } from '@/components/ui/glyph'

/** `good`: compared and equal. `open`: not compared, or not known. `bad`: compared and different. */
export type Tone = 'good' | 'open' | 'bad'

const shapes: Record<Tone, string> = {
  good: 'M3 8.5 6.5 12 13 4.5',
  open: 'M3 8h10',
  bad: 'M3.5 3.5l9 9m0-9-9 9',
}

const tones: Record<Tone, string> = { good: 'text-water', open: 'text-barley', bad: 'font-semibold text-carnelian' }

/** A verdict: its shape, its colour and its words. */
export const Mark = ({ tone, children }: { tone: Tone; children: ReactNode }) => (
  <span className={`inline-flex items-baseline gap-2 ${tones[tone]}`}>
    <Glyph size={16} strokeWidth={2} className="size-3.5 shrink-0 translate-y-0.5">
      <path d={shapes[tone]} />
    </Glyph>
    {children}
  </span>
)
