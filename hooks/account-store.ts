'use client'

import type { Kept, Store } from '@/lib/account-history'

const [database, table] = ['abzu', 'accounts'] as const
/** Raised when what is kept changes its shape: what an older one kept is read anew. */
const version = 4

const settle = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })

/** A browser that refuses storage rejects here. */
function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(database, version)
  request.onupgradeneeded = () => {
    const { objectStoreNames } = request.result
    if (objectStoreNames.contains(table)) request.result.deleteObjectStore(table)
    request.result.createObjectStore(table)
  }
  return settle(request)
}

async function inTable<T>(mode: IDBTransactionMode, use: (table: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const opened = await open()
  try {
    return await settle(use(opened.transaction(table, mode).objectStore(table)))
  } finally {
    opened.close()
  }
}

/** What is remembered in this browser needs no permission, and goes nowhere; where that is refused it lasts as long as this tab. */
function storeOf<T>(): Store<T> {
  const refused = new Map<string, T>()
  return {
    read: (key) => inTable<T | undefined>('readonly', (kept) => kept.get(key)).catch(() => refused.get(key)),
    write: async (key, value) => {
      await inTable('readwrite', (kept) => kept.put(value, key)).catch(() => refused.set(key, value))
    },
  }
}

/** What accounts did. */
export const accountStore = storeOf<Kept>()
/** Ids of the tickets that accounts hold. */
export const ticketStore = storeOf<readonly bigint[]>()
