import { andromeda } from './manifest/andromeda'
import { devnet } from './manifest/devnet'
import type { Manifest } from './manifest/expected'

/** What the contracts of the served network have to be. The build replaces the variable. */
export const manifest: Manifest = process.env.NEXT_PUBLIC_NETWORK === 'devnet' ? devnet : andromeda
