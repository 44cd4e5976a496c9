import type { Manifest } from './expected'

export const devnet: Manifest = {}
