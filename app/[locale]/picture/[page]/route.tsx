import { drawPicture } from '@/app/draw-picture'
import { pictureText } from '@/app/picture-text'
import { isPicture } from '@/app/pictures'
import { readSnapshot } from '@/app/snapshots'
import { wordingOf } from '@/app/wording'

type Props = { params: Promise<{ locale: string; page: string }> }

/** The picture that stands for a page where its address is shared: its name and the figures of this moment. */
export async function GET(_: Request, { params }: Props): Promise<Response> {
  const [{ page }, { language }, snapshot] = await Promise.all([params, wordingOf(params), readSnapshot()])
  if (!isPicture(page)) return new Response('There is no such picture.\n', { status: 404 })
  return drawPicture(pictureText(page, language, snapshot ?? {}))
}
