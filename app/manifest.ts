import type { MetadataRoute } from 'next'
import { messagesOf } from '@/lib/messages/messages-of'

/** What installs the app. It starts at the address without a language, which leads to the reader's. */
export default function manifest(): MetadataRoute.Manifest {
  const { shell } = messagesOf('en')
  return {
    id: '/',
    name: shell.title,
    short_name: shell.name,
    description: shell.description,
    start_url: '/',
    display: 'standalone',
    background_color: '#f7f5f0',
    theme_color: '#f7f5f0',
    icons: [
      { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
      { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
      { src: '/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
  }
}
