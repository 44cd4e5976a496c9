import type { Address, Hex } from 'viem'

/** A sequencer of the pool; names are known off chain only. `locks`: what it has locked from a day on (METIS). */
export type Operator = {
  id: number
  owner: Address
  signer: Address
  pubkey: Hex
  recipient: Address | null
  locks: readonly (readonly [day: number, metis: number])[]
}

/** Artemis' reward pool on L2. */
const artemis: Address = '0x0Cf6ab3c169B0169E35aD58D350CbACdaF80E139'

/**
 * The pool of January 2026 without ENKI0: ids, owners, signers and recipients are the real ones; amounts are not public, so they
 * are invented here. OKX, the last, gets in the end whatever makes the sum the real one.
 */
export const operators: readonly Operator[] = [
  {
    // Metis Genesis1
    id: 1,
    owner: '0x05B755a8B2fEc50391B5C38B2afB206Ba0e8e50E',
    signer: '0xEcA7Ae7dE0d1978DF299a547Ee66c4503fBa474D',
    pubkey:
      '0x4d5e02936a222d68b5d423e566828d8c67ca2290cf428254c44c7be458b33decec1fe85d900756811366e2d19baeb2fe81b46ce10c1863e00d811e68a4e76c9f',
    recipient: null,
    locks: [[1, 20_000]],
  },
  {
    // Metis Genesis2
    id: 2,
    owner: '0xe8D97563Cfd919F1B9F7cE0049346e8796148CD5',
    signer: '0xa233Cc81fC6C12e3318eA71EC5D7bBA78C706b04',
    pubkey:
      '0x1674b9842e300ab236bf6cedfea92e80a04cc7f12bbff2ff35b01295380d9211a9861a40867a4a04c6a89ee0a022f7afccbb5dddb87d622e1ddff9bd2069c7e8',
    recipient: null,
    locks: [[1, 20_000]],
  },
  {
    // Metis Genesis3
    id: 3,
    owner: '0x24194DFB135B33507a8F05C3F9Ada922F40CE3Ff',
    signer: '0xAfF606251d8540f97Ca2Db12774C0147A170aB9e',
    pubkey:
      '0x713de5a736a196d0d65fc7e5d8cd716086d099fbaee929774752f2e8e370105e2d90e846d64167ea59a95160277abddf004660c6dac47f5c92a0f00234fe7000',
    recipient: null,
    locks: [[1, 20_000]],
  },
  {
    // ArtemisSuperNode
    id: 4,
    owner: '0x735Aad08c5eF7620b6422E85613f8335Ec07b573',
    signer: '0x31e623DCb8B43aD4d05aAA6209574cf336980590',
    pubkey:
      '0xa3f2635f4d555f68f7be80fcf7b13ec9ecdf09365e6a57f6c5f513aa1d1af4565e53a0612e4e4a97124aa95cc17a3e56b5da1afb21c41d9cdb7e5264380a0790',
    recipient: artemis,
    locks: [
      [2, 64_000],
      [96, 68_500],
      [241, 71_250],
    ],
  },
  {
    // ArtemisSuperNode2
    id: 6,
    owner: '0x490e02f5D3c88Cf3A16d5f265378Af962a5A999E',
    signer: '0xEc05be638D1941c788244603AEbB5B937cD72C21',
    pubkey:
      '0x545e1d8fbf39d7e3e98069bc6abec47b5c0f7db37039687b90d94699cd5760ec0e92f85138a801800bd64c7f658f71071f4ae8bf28aaa84aaaef0ad321fee87f',
    recipient: artemis,
    locks: [
      [9, 36_000],
      [130, 44_000],
      [204, 48_300],
    ],
  },
  {
    // HashKey Cloud
    id: 7,
    owner: '0xb6112C3613B2B6E2dB0ee0216e7D20399777114D',
    signer: '0x652016b5718cB79d3FA360701F2d30982d7c4D7B',
    pubkey:
      '0x38d80381a6d79bc37c9b7f55fa2edc0a576774f71bd0c379592b0fa637b0e57e2a8d9b0abe1dbedd436eb58e8db945ba69a691a16cb0e0d879b7b1f425812dc5',
    recipient: null,
    locks: [
      [9, 35_000],
      [187, 33_000],
    ],
  },
  {
    // SNZPool
    id: 8,
    owner: '0xbd3BaD2a57C49E5B3Bb4b05a737cC3673a9E9f55',
    signer: '0xD4Eec5110Df06888211275594F340C43cD882f00',
    pubkey:
      '0x3c9b60ff9002e46978389fd883da993e21fd7f301fdbc2b88b783570b8858ff87afa04324e1bebba95c23c48833bdbf859794933ce9dd2229b81aa3fffd2d420',
    recipient: artemis,
    locks: [
      [10, 24_500],
      [150, 30_500],
    ],
  },
  {
    // B-Harvest, which leaves during the year
    id: 9,
    owner: '0x9D56F28b85Eddc058Fc911e8c6393Bd0BD4835A5',
    signer: '0xaDd60572c4F39c5c9D7053A7F9e16B5d59Be6563',
    pubkey:
      '0xaf9d34e376774c5389e705eaaf7b6b8c9599669c2ea89c49436b10d1dbf0cf95ccd3a1da76c203ca4cfd2ca553b8083740d6255ff4ac5cf2a1281aacfe13d54e',
    recipient: artemis,
    locks: [[10, 25_000]],
  },
  {
    // OKXEarn
    id: 10,
    owner: '0x680f8981e28fC48a1ed657895e5642960E0cf3E9',
    signer: '0x8594f6eB82e4140a3b7A2c045d85f02a6c2DCDf2',
    pubkey:
      '0xfd581064af37e666d266db0c9648087a38841e4d1534f59529ca8579594c730e426ca1fd92853a129d43a4c3ac4d165d1c568ca428fc3f7640e22c04c4bf1441',
    recipient: '0x680f8981e28fC48a1ed657895e5642960E0cf3E9',
    locks: [
      [11, 22_000],
      [118, 26_000],
      [265, 31_000],
    ],
  },
]

/** ENKI0, sequencer 5, whose owner is ENKI's agent. */
export const enkiSequencer = {
  id: 5,
  signer: '0x36f10B20781bb1E78278e84f3e1E97Acf92FA302',
  pubkey:
    '0x26d8c349c2acb2aec89d8da44ff8a6a3c322336d3c0e3c3dfafcc51da090f4af221341c4caddf202b0be13be63fa65b3564a314596522c4a75653d1e80179b76',
} as const satisfies { id: number; signer: Address; pubkey: Hex }

/** Metis Genesis2 signed epoch 0. */
export const genesisSequencer: Address = '0xa233Cc81fC6C12e3318eA71EC5D7bBA78C706b04'

/** LockingInfo.totalLocked on 2026-01-07, the sum that the seed ends with (wei). */
export const snapshotTotalLocked = 377_903_051541486363875196n
