/** Keeps a choice of the reader for a year, where the server can see it; an empty value forgets it. */
export function remember(name: 'locale' | 'theme', value: string): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing outside of secure contexts
  document.cookie = `${name}=${value}; path=/; max-age=${value ? 31_536_000 : 0}; samesite=lax`
}
