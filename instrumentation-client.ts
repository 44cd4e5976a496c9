type Policies = { createPolicy(name: 'default', rules: { createScriptURL(url: string): string | null }): unknown }

/**
 * With Trusted Types enforced (lib/csp.ts) a text becomes a script's address only through this policy, and nothing else that
 * runs or holds markup can be made of a text at all. The framework's loader asks for chunks of the app; so they are all it allows.
 */
function allowOwnChunks(): void {
  const { trustedTypes } = window as { trustedTypes?: Policies }
  trustedTypes?.createPolicy('default', {
    createScriptURL(text) {
      const { origin, pathname } = new URL(text, document.baseURI)
      // As it came: a chunk finds its place by the text of its address.
      return origin === location.origin && pathname.startsWith('/_next/static/') ? text : null
    },
  })
}

// Development needs eval besides, and its policy asks for no Trusted Types.
if (process.env.NODE_ENV === 'production') allowOwnChunks()
