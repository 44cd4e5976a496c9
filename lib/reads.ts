/** What the browser reads by itself: one lazy chunk, so that no page's first load carries the chain code. */
export { readAccountHistory } from './account-history'
export { readUnsafe } from './code-guard'
export { readMarket, readPoolSale } from './market'
export { readPosition } from './position'
export { readProtocol } from './protocol'
export { l2 } from './rpc'
export { readTicketPast } from './ticket-past'
export { readTickets, ticketIdOf } from './tickets'
