'use client'

import type { Kept, Store } from '@/lib/account-history'

const [database, table] = ['abzu', 'accounts'] as const

const settle = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })

/** A browser that refuses storage rejects here; then everything is read anew each time. */
function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(database, 1)
  request.onupgradeneeded = () => request.result.createObjectStore(table)
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

/** Histories of accounts in this browser, which needs no permission and sends nothing anywhere. */
export const accountStore: Store = {
  read: (key) => inTable<Kept | undefined>('readonly', (kept) => kept.get(key)).catch(() => undefined),
  write: async (key, value) => {
    await inTable('readwrite', (kept) => kept.put(value, key)).catch(() => {})
  },
}
