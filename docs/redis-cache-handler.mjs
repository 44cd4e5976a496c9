// A cache handler for `npm start` on several servers; the `redis` package has to be installed beside it. See decisions/0004.
import { createClient } from 'redis'

const redis = await createClient({ url: process.env.REDIS_URL }).connect()
const named = (key) => `abzu:${key}`

/**
 * Next asks the same handler about what it has built beforehand, icons and the manifest: their bodies are bytes, which JSON would not
 * bring back, and another build has others under the same keys. Only what the app itself keeps is shared.
 */
const shared = 'FETCH'

export default class RedisCache {
  async get(key, { kind }) {
    if (kind !== shared) return null
    const text = await redis.get(named(key)).catch(() => null)
    return text && JSON.parse(text)
  }
  async set(key, value) {
    if (value?.kind !== shared) return
    await redis.set(named(key), JSON.stringify({ value, lastModified: Date.now() })).catch(() => {})
  }
  // Nothing that is shared is ever out of date: a range that changes gets another key.
  async revalidateTag() {}
  resetRequestCache() {}
}
