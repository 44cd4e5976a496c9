import type { Manifest } from './expected'

// biome-ignore format: one contract a line
const table: Manifest = {
  metis: { codeHash: '0xb3f2e5e2c859ab39fc2a399663e9c4c526208a39daf25296cd2c73fa982818e3', implementation: null, implementationHash: null },
  eMetis: { codeHash: '0x60f4d7bd52fa048521982064fbe786cbe5dcbd68c65a8c76bb80698cc431972e', implementation: null, implementationHash: null },
  seMetis: { codeHash: '0x46f098e1674098c585a32eb45f38e5004b1ccaf76ce026b3234acf0ae5d4eb51', implementation: '0x3495e761ebeb87991c6cd1137108fd3e7d3c74ba', implementationHash: '0xc7b014f52c7bb796d9663cf1e9f485339602e3e609c611c6184e17e335263e71' },
  minter: { codeHash: '0x46f098e1674098c585a32eb45f38e5004b1ccaf76ce026b3234acf0ae5d4eb51', implementation: '0x78a9ebb2484c8ed02ae69a1d6843bffc6712d199', implementationHash: '0xd8787bc202b19cf5a77e27cd845cb12f1b41f2477937ffa3386e84965a125722' },
  enki: { codeHash: '0xb0cfbd3d629085a582248fd01a1645508c0813d0b7bd6a3a5c914884c141949c', implementation: null, implementationHash: null },
  config: { codeHash: '0x46f098e1674098c585a32eb45f38e5004b1ccaf76ce026b3234acf0ae5d4eb51', implementation: '0x59a667a6430cbced19023a97c0a6fac758259bfc', implementationHash: '0x5c4ad5f39f707b632df81270519021e620d1bd0fc3f68e882cb40503d476375b' },
  vesting: { codeHash: '0x46f098e1674098c585a32eb45f38e5004b1ccaf76ce026b3234acf0ae5d4eb51', implementation: '0x8352b777e148e67eddd6b172085e9d16fb19e488', implementationHash: '0x5ab9808849c5cc3f818663962396610a1886848c172333959b3ee75d17160f8d' },
  rewardDispatcher: { codeHash: '0x46f098e1674098c585a32eb45f38e5004b1ccaf76ce026b3234acf0ae5d4eb51', implementation: '0xb0f974464ea9bbb2ada6a08b0ab226cbc57f7261', implementationHash: '0x1bb76b7a3b895b28dd286e2c3e69ec0f35f14d5d6ef66609290f347aace3dd9b' },
  redemptionQueue: { codeHash: '0x46f098e1674098c585a32eb45f38e5004b1ccaf76ce026b3234acf0ae5d4eb51', implementation: '0x915543eb6cc7f00707bd33463709a17d2eb35694', implementationHash: '0xf88d843877a323e4100a37bad254a27c05a7aba28a8c2c4c116756dac0f8d3fe' },
  inviterNFT: { codeHash: '0x46f098e1674098c585a32eb45f38e5004b1ccaf76ce026b3234acf0ae5d4eb51', implementation: '0xe675d25eb3cda9bf81055c962e0da794add2662c', implementationHash: '0x2dd744a62b559781b5456cd301cff30083707cbcb6f48df59b03e90d417112b9' },
  dealer: { codeHash: '0x46f098e1674098c585a32eb45f38e5004b1ccaf76ce026b3234acf0ae5d4eb51', implementation: '0x78a9ebb2484c8ed02ae69a1d6843bffc6712d199', implementationHash: '0x58c47211e4ec47ddfaf039e2a9ad026ca21f2741a3c00b5e8b6e7e439f6c9219' },
  agent0: { codeHash: '0x802b461a334aa47e5f1b390692d99c0316f777124ae19d68658da6e24a4b4162', implementation: '0xf1A376A969532337912D9E3D9b16EF9650cd610D', implementationHash: '0x9b91d53c4eac5195881dff7a2d506e4a183a630a2c50ec3d1c172f187aa514ee' },
  lockingPool: { codeHash: '0x46f098e1674098c585a32eb45f38e5004b1ccaf76ce026b3234acf0ae5d4eb51', implementation: '0x59a667a6430cbced19023a97c0a6fac758259bfc', implementationHash: '0x7d5b1085a415bb7d66aa811374b0a54282a52a1f38155e4f4646e2070dfa4dea' },
  lockingInfo: { codeHash: '0x46f098e1674098c585a32eb45f38e5004b1ccaf76ce026b3234acf0ae5d4eb51', implementation: '0x17f24d3b8bc1150553b54da30b4d993acb889212', implementationHash: '0x3b2c99c2eabf7aa9d4cc914388982cce4ba84e35988caa597b8d98599f6291d7' },
  rewardPayer: { codeHash: '0x7732caa53cb4b1b1d6a8070e0e93b8825023a2e139aaba88af8ae72351c1b2b9', implementation: null, implementationHash: null },
  sequencerSet: { codeHash: '0x46f098e1674098c585a32eb45f38e5004b1ccaf76ce026b3234acf0ae5d4eb51', implementation: '0x17f24d3b8bc1150553b54da30b4d993acb889212', implementationHash: '0x355cab81e4fc18563ae6540d558b7c0b4dc4e68d345cca71f1423d2f85e2fe06' },
  pairFactory: { codeHash: '0xea8bf495a81c8907b5aba87ef18fefb52871ffd8403601c63a3752298efe7d17', implementation: null, implementationHash: null },
  pair: { codeHash: '0x2c803f65a3a40efe53d40f33da3a910fed2e45670c56a3e2728569c1599d7a0b', implementation: null, implementationHash: null },
  priceFeed: { codeHash: '0x8eb99535f8fdf7c2f52802b77b99944d82518fa6e8510f0405508393a1524ae6', implementation: null, implementationHash: null },
  artMetis: { codeHash: '0xa63a2c991580fd0e61c7bc1e90970494423b63ae20b152d9c02319a90363e28f', implementation: null, implementationHash: null },
  artemisDepositPool: { codeHash: '0xed2295e1f26b3c8c5bb6ef0664be07f8934c8bd3213925d9be3ad990ee43e9cf', implementation: null, implementationHash: null },
  artemisRewardPool: { codeHash: '0xa8c2ab7100046183b5d48d2dd6fd22353891637faaa1ec35450a0f06de67faf0', implementation: null, implementationHash: null },
  artemisWithdrawalManager: { codeHash: '0x3f0d56488c0dfe1f15baadbec6034e5ff3ac00a63c8ee42f4fde373fed514827', implementation: null, implementationHash: null },
  bridge: { codeHash: '0xbd88df92683e7eef258373e56db026b0a3407b9b1f7479e88eefa639b530f813', implementation: null, implementationHash: null },
  metisL1: { codeHash: '0xb3f2e5e2c859ab39fc2a399663e9c4c526208a39daf25296cd2c73fa982818e3', implementation: null, implementationHash: null },
  bridgeL1: { codeHash: '0xbd88df92683e7eef258373e56db026b0a3407b9b1f7479e88eefa639b530f813', implementation: null, implementationHash: null },
  multicall3: { codeHash: '0x5a29a1eb2f59e45e4249b938c8192cac0d2bd32398e1afa03f302a867db692ea', implementation: null, implementationHash: null },
  multicall3L1: { codeHash: '0x5a29a1eb2f59e45e4249b938c8192cac0d2bd32398e1afa03f302a867db692ea', implementation: null, implementationHash: null },
}

/** The devnet's contracts, written by `npm run manifest`. A build that serves Andromeda drops the table. */
export const devnet: Manifest = process.env.NEXT_PUBLIC_NETWORK === 'devnet' ? table : {}
