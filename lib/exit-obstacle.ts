import type { Messages } from './messages/en'

/** Why a step of the way out can't be taken; the messages word each, short for a button and at length beside it. */
export type ExitObstacle = keyof Messages['exit']['obstacle']
