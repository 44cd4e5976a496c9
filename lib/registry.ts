/**
 * What the public registry of sequencers says off chain: MetisProtocol/metis-sequencer-resources, 1088/all.json of 2025-02-01.
 * It has no removal step and an order of its own: join by signer, and take the status from the chain.
 */
export type Registered = {
  name: string
  operator: string
  /** The liquid staking protocol it is paired with. */
  lst: string | null
  url: string
}

const entries: readonly (Registered & { signer: string })[] = [
  {
    signer: '0xEcA7Ae7dE0d1978DF299a547Ee66c4503fBa474D',
    name: 'Metis Genesis1',
    operator: 'Metis Foundation',
    lst: null,
    url: 'https://www.metis.io',
  },
  {
    signer: '0xa233Cc81fC6C12e3318eA71EC5D7bBA78C706b04',
    name: 'Metis Genesis2',
    operator: 'Metis Foundation',
    lst: null,
    url: 'https://www.metis.io',
  },
  {
    signer: '0xAfF606251d8540f97Ca2Db12774C0147A170aB9e',
    name: 'Metis Genesis3',
    operator: 'Metis Foundation',
    lst: null,
    url: 'https://www.metis.io',
  },
  {
    signer: '0x31e623DCb8B43aD4d05aAA6209574cf336980590',
    name: 'ArtemisSuperNode',
    operator: 'Artemis',
    lst: 'Artemis',
    url: 'https://twitter.com/Artemisfinance',
  },
  {
    signer: '0x36f10B20781bb1E78278e84f3e1E97Acf92FA302',
    name: 'ENKI0',
    operator: 'ENKI',
    lst: 'ENKI',
    url: 'https://enkixyz.com',
  },
  {
    signer: '0xEc05be638D1941c788244603AEbB5B937cD72C21',
    name: 'ArtemisSuperNode2',
    operator: 'Artemis',
    lst: 'Artemis',
    url: 'https://twitter.com/Artemisfinance',
  },
  {
    signer: '0x652016b5718cB79d3FA360701F2d30982d7c4D7B',
    name: 'HashKey Cloud',
    operator: 'HashKey Cloud',
    lst: null,
    url: 'https://www.hashkey.cloud',
  },
  {
    signer: '0xD4Eec5110Df06888211275594F340C43cD882f00',
    name: 'SNZPool',
    operator: 'SNZPool',
    lst: 'Artemis',
    url: 'https://snzholding.com',
  },
  {
    signer: '0xaDd60572c4F39c5c9D7053A7F9e16B5d59Be6563',
    name: 'B-Harvest (TEB)',
    operator: 'B-Harvest',
    lst: 'Artemis',
    url: 'https://bharvest.io',
  },
  {
    signer: '0x8594f6eB82e4140a3b7A2c045d85f02a6c2DCDf2',
    name: 'OKXEarn',
    operator: 'OKX',
    lst: null,
    url: 'https://www.okx.com',
  },
]

const bySigner = new Map(entries.map(({ signer, ...entry }) => [signer.toLowerCase(), entry]))

/** The registry's entry for a signer; undefined: the registry does not know it. */
export const registered = (signer: string): Registered | undefined => bySigner.get(signer.toLowerCase())
