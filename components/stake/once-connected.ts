/** What has a use only for somebody who is connected: one lazy chunk. */
export { RecipientChoice } from '@/components/recipient-choice'
export { Allowances, LargerAllowance } from './allowances'
