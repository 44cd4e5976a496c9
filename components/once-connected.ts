/** What has a use only for somebody who is connected, on every page: one lazy chunk. */
export { DisputeNotice } from './dispute-notice'
export { ReadyCount } from './ready-count'
