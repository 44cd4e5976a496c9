import type { Messages } from '@/lib/messages/en'

/** The sections of the messages that this page speaks with. */
export type Words = Pick<
  Messages,
  | 'redeem'
  | 'unstake'
  | 'queue'
  | 'tickets'
  | 'ways'
  | 'supply'
  | 'found'
  | 'vest'
  | 'exit'
  | 'stake'
  | 'flow'
  | 'failure'
  | 'shell'
>

/** What every part of the page is told: its words, how to write numbers, and which chain it is about. */
export type Setting = { words: Words; locale: string; chain: { id: number; name: string; explorer?: string } }
