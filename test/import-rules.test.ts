import { describe, expect, it } from 'vitest'
import { violations } from './import-rules'

const check = (files: Record<string, string>) => violations(new Map(Object.entries(files)))
const lines = (count: number) => 'const a = 1\n'.repeat(count)

const refused: [rule: string, files: Record<string, string>, sentence: string][] = [
  ['app importing hooks', { 'app/page.tsx': `import '@/hooks/use-now'` }, 'app imports only app, components, lib'],
  ['app importing abi', { 'app/page.tsx': `import { a } from '@/abi/dealer'` }, 'app imports only'],
  ['components importing app', { 'components/a.tsx': `import '@/app/layout'` }, 'components imports only'],
  ['components importing abi', { 'components/a.tsx': `import '../abi/dealer'` }, 'components imports only'],
  ['hooks importing components', { 'hooks/use-a.ts': `import '@/components/a'` }, 'hooks imports only hooks, lib'],
  ['lib importing hooks', { 'lib/a.ts': `import '../hooks/use-a'` }, 'lib imports only lib, abi'],
  ['lib importing React', { 'lib/a.ts': `import { useState } from 'react'` }, 'lib knows no React and no Next'],
  ['lib importing Next', { 'lib/a.ts': `import { headers } from 'next/headers'` }, 'lib knows no React and no Next'],
  ['abi importing lib', { 'abi/a.ts': `import '@/lib/network'` }, 'abi imports nothing of ours'],
  ['anything importing test', { 'lib/a.ts': `import '@/test/devnet/devnet'` }, 'nothing imports test'],
  ['anything importing bench', { 'app/page.tsx': `import '../bench/bench'` }, 'nothing imports bench'],
  ['a configuration importing components', { 'proxy.ts': `import './components/a'` }, 'root imports only root, lib'],
  [
    'a feature importing another',
    { 'components/stake/form.tsx': `import '../overview/card'` },
    'a feature never imports another feature',
  ],
  [
    'a feature importing another by type',
    { 'components/stake/form.tsx': `import type { A } from '@/components/redeem/a'` },
    'a feature never imports another feature',
  ],
  ['a shared component importing a feature', { 'components/a.tsx': `import './stake/form'` }, 'imports no feature'],
  ['ui importing a feature', { 'components/ui/a.tsx': `import '../stake/form'` }, 'components/ui imports no feature'],
  ['ui importing a hook', { 'components/ui/a.tsx': `import '@/hooks/use-a'` }, 'components/ui imports no hook'],
  [
    'chart importing a hook',
    { 'components/chart/a.tsx': `import '@/hooks/use-a'` },
    'components/chart imports no hook',
  ],
  [
    'chart importing a feature',
    { 'components/chart/a.tsx': `import '../rewards/a'` },
    'components/chart imports no feature',
  ],
  ['pure mathematics importing rpc', { 'lib/rate.ts': `import './rpc'`, 'lib/rpc.ts': '' }, 'lib/rate.ts → lib/rpc.ts'],
  [
    'pure mathematics importing contracts by type',
    { 'lib/vesting.ts': `import type { A } from './contracts'`, 'lib/contracts.ts': '' },
    'lib/vesting.ts → lib/contracts.ts',
  ],
  [
    'pure mathematics reaching rpc through another file',
    { 'lib/amount.ts': `import './a'`, 'lib/a.ts': `export * from './rpc'`, 'lib/rpc.ts': '' },
    'lib/amount.ts → lib/a.ts → lib/rpc.ts',
  ],
  [
    'a hook importing the wallet configuration',
    { 'hooks/use-a.ts': `import { config } from '@/lib/wagmi'`, 'lib/wagmi.ts': '' },
    'only components/providers.tsx imports lib/wagmi.ts',
  ],
  [
    'a component importing the wallet configuration lazily',
    { 'components/header.tsx': `const load = () => import('@/lib/wagmi')`, 'lib/wagmi.ts': '' },
    'imports lib/wagmi.ts (lazily): only components/providers.tsx',
  ],
  ['wagmi outside the island', { 'hooks/use-a.ts': `import { useAccount } from 'wagmi'` }, 'inside the wallet island'],
  ['wagmi lazily outside the island', { 'app/a.tsx': `await import('wagmi/actions')` }, 'inside the wallet island'],
  [
    'RainbowKit outside the island',
    { 'components/header.tsx': `import { ConnectButton, type Wallet } from '@rainbow-me/rainbowkit'` },
    'inside the wallet island',
  ],
  ['RainbowKit re-exported', { 'lib/a.ts': `export { a } from '@rainbow-me/rainbowkit'` }, 'inside the wallet island'],
  [
    'wagmi in a file that others import too',
    {
      'components/providers.tsx': `import './account'`,
      'components/header.tsx': `import './account'`,
      'components/account.tsx': `import { useAccount } from 'wagmi'`,
    },
    'components/account.tsx:1 imports wagmi',
  ],
  [
    'a cycle of two',
    { 'lib/a.ts': `import './b'`, 'lib/b.ts': `import './a'` },
    'import cycle: lib/a.ts → lib/b.ts → lib/a.ts',
  ],
  [
    'a cycle of three through a type and a lazy import',
    {
      'hooks/a.ts': `import { b } from '@/hooks/b'`,
      'hooks/b.ts': `import type { C } from './c'`,
      'hooks/c.ts': `export const load = () => import('./a')`,
    },
    'import cycle: hooks/a.ts → hooks/b.ts → hooks/c.ts → hooks/a.ts',
  ],
  ['a barrel', { 'components/ui/index.tsx': '' }, '"index" says nothing'],
  ['a drawer for everything', { 'lib/utils.ts': '' }, '"utils" says nothing'],
  ['helpers', { 'test/helpers.ts': '' }, '"helpers" says nothing'],
  ['common', { 'lib/common.ts': '' }, '"common" says nothing'],
  ['types', { 'lib/types.d.ts': '' }, '"types" says nothing'],
  ['a long file', { 'hooks/use-a.ts': lines(151) }, 'hooks/use-a.ts: 151 lines, at most 150'],
]

const accepted: [rule: string, files: Record<string, string>][] = [
  [
    'the rooms in their order',
    {
      'app/page.tsx': `import { Form } from '@/components/stake/form'\nimport '@/lib/rate'\nimport './globals.css'`,
      'components/stake/form.tsx': `import '../ui/button'\nimport '../amount'\nimport './row'\nimport '@/hooks/use-a'`,
      'components/stake/row.tsx': `import { Line } from '@/components/chart/line'`,
      'components/amount.tsx': `import { formatAmount } from '@/lib/format'`,
      'components/ui/button.tsx': `import type { ReactNode } from 'react'`,
      'components/chart/line.tsx': `import { toScale } from '@/lib/scale'`,
      'hooks/use-a.ts': `import { useState } from 'react'\nimport { toRate } from '@/lib/rate'`,
      'lib/rate.ts': 'export const toRate = 1',
      'lib/format.ts': `import { toRate } from './rate'`,
      'lib/scale.ts': '',
      'lib/contracts.ts': `import { dealer } from '@/abi/dealer'`,
      'abi/dealer.ts': `import { parseAbi } from 'viem'`,
      'next.config.ts': `import './lib/env'`,
    },
  ],
  [
    'test and bench importing anything',
    {
      'test/e2e/run.ts': `import '@/lib/wagmi'\nimport '@/components/stake/form'\nimport 'wagmi'`,
      'bench/bench.ts': `import '../test/e2e/run'`,
      'lib/wagmi.ts': '',
    },
  ],
  [
    'the wallet island and what only it imports',
    {
      'components/providers.tsx': `import { config } from '@/lib/wagmi'\nimport './account-panel'`,
      'components/account-panel.tsx': `import { useAccount } from 'wagmi'\nimport '@/hooks/use-account'`,
      'hooks/use-account.ts': `import { useAccount } from 'wagmi'`,
      'components/header.tsx': `const Providers = lazy(() => import('./providers'))`,
      'lib/wagmi.ts': `import { connectorsForWallets } from '@rainbow-me/rainbowkit'\nimport('./demo-wallet')`,
      'lib/demo-wallet.ts': `import { createConnector } from 'wagmi'`,
    },
  ],
  [
    'types of wagmi anywhere',
    {
      'hooks/use-a.ts': `import type { Config } from 'wagmi'\nimport { type Connector } from 'wagmi'\nexport type { Wallet } from '@rainbow-me/rainbowkit'`,
    },
  ],
  [
    'imports that are only words',
    { 'lib/a.ts': `// import '../app/page'\nexport const a = "import '../hooks/use-a'"` },
  ],
  [
    'long messages and long tests',
    {
      'lib/messages/en.ts': lines(400),
      'test/e2e/wallet.ts': lines(200),
      'lib/amount.test.ts': lines(200),
      'hooks/use-a.ts': lines(150),
    },
  ],
]

describe('import rules', () => {
  it.each(refused)('refuses %s', (_, files, sentence) => {
    expect(check(files).join('\n')).toContain(sentence)
  })

  it.each(accepted)('accepts %s', (_, files) => {
    expect(check(files)).toEqual([])
  })
})
