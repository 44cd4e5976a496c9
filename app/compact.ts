import { gunzipSync, gzipSync } from 'node:zlib'

/** Text at a third of its size or less, as text. Next keeps nothing above 2 MB on disk, and says so only in the log. */
export const pack = (text: string): string => gzipSync(text).toString('base64')

/** Reads {@link pack}'s text back. */
export const unpack = (packed: string): string => gunzipSync(Buffer.from(packed, 'base64')).toString()
