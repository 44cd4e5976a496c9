import type { nav } from './nav'
import { Glyph } from './ui/glyph'

const paths: Record<(typeof nav)[number]['key'], string> = {
  // a cascade, gross to net
  overview: 'M4 19V5h4v14zM10 19V9h4v10zM16 19v-6h4v6zM2 19h20',
  // water let into a vessel
  stake: 'M12 3v8m-3-3 3 3 3-3M5 9v11h14V9M5 15h14',
  // water let out of a vessel
  redeem: 'M5 3v11h14V3M5 8h14M12 11v10m-3-3 3 3 3-3',
  // steps that rise
  rewards: 'M3 20h18M4 20v-4h5v-4h5V8h6v12M9 16v4M14 12v8',
  // vessels side by side
  sequencers: 'M3 5v14h5V5M3 10h5M9.5 5v14h5V5M9.5 13h5M16 5v14h5V5M16 8h5',
}

/** The picture above a main link on a phone. */
export function NavIcon({ name }: { name: keyof typeof paths }) {
  return (
    <Glyph size={24} className="size-6 lg:hidden">
      <path d={paths[name]} strokeLinejoin="round" strokeLinecap="round" />
    </Glyph>
  )
}
