import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
// With its ending, so that it can be loaded without the framework too.
import { ImageResponse } from 'next/og.js'
import type { PictureText } from './picture-text'
import { pictureSize } from './pictures'

const [ground, ink, soft, water] = ['#f7f5f0', '#14211f', '#55625f', '#0e5a6b']

// The picture's renderer reads no woff2.
const font = readFile(join(process.cwd(), 'app/fonts/serif-semibold.ttf'))

const Mark = () => (
  <svg viewBox="0 0 32 32" width="88" height="88" fill="none" aria-hidden="true">
    <path fill={water} d="M6.3 17h19.4L21 27.5H11z" />
    <path
      stroke={ink}
      d="M9 4h14M11.5 4v4L5 14l6 13.5h10L27 14l-6.5-6V4"
      strokeWidth="2.5"
      strokeLinejoin="round"
      strokeLinecap="round"
    />
  </svg>
)

const Stat = ({ label, value, large }: { label: string; value: string; large?: boolean }) => (
  <div style={{ display: 'flex', flexDirection: 'column', marginRight: 88 }}>
    <div style={{ fontSize: 30, color: soft }}>{label}</div>
    <div style={{ fontSize: large ? 150 : 60, lineHeight: 1.15, color: large ? water : ink }}>{value}</div>
  </div>
)

/** The picture of a text, the same for the same text. */
export const drawPicture = async ({ page, stats: [rate, ...stats], foot }: PictureText): Promise<Response> =>
  new ImageResponse(
    <div
      style={{
        width: '100%',
        height: '100%',
        display: 'flex',
        flexDirection: 'column',
        justifyContent: 'space-between',
        padding: '56px 72px',
        background: ground,
        color: ink,
        fontFamily: 'serif',
      }}
    >
      <div style={{ display: 'flex', alignItems: 'center', borderBottom: `3px solid ${ink}`, paddingBottom: 28 }}>
        <Mark />
        <div style={{ fontSize: 60, marginLeft: 24, marginRight: 'auto' }}>Abzu</div>
        <div style={{ fontSize: 40, color: soft }}>{page}</div>
      </div>
      <Stat {...rate} large />
      <div style={{ display: 'flex' }}>
        {stats.map((stat) => (
          <Stat key={stat.label} {...stat} />
        ))}
      </div>
      <div style={{ fontSize: 26, color: soft }}>{foot}</div>
    </div>,
    {
      ...pictureSize,
      fonts: [{ name: 'serif', data: await font, weight: 600, style: 'normal' }],
      // Left to itself the picture would be kept for a year.
      headers: { 'Cache-Control': 'public, max-age=300' },
    },
  )
