/** The words of the Contracts page in both languages. */
export const contracts = {
  en: {
    title: 'What you sign for',
    lead: 'Every contract this app talks to, how its address was found, what was checked, and who can change it. All of it is read from the two chains, and you can read it again yourself.',
    source: '{chain}, block {block}, {time}',
    read: 'Read {ago}.',
    unread: 'did not answer',
    wiring: {
      title: 'Do the contracts name each other',
      lead: 'Five questions, put to the contracts themselves. While one answer is wrong or missing, nothing can be signed in this app.',
      good: 'All five answers are as they should be.',
      bad: 'Not all answers are as they should be, so nothing can be signed here until that is explained.',
      asked: 'Asked',
      expected: 'Expected',
      answered: 'Answered',
      stake: 'If not',
      right: 'as it should be',
      wrong: 'wrong',
      silent: 'no answer',
      anyConfig: 'any Config',
      steps: {
        config: {
          call: 'EMetisMinter.config()',
          says: 'The minter obeys the same Config as the vault.',
          stake: 'A pause, or a change of rules, would reach one of them and not the other.',
        },
        asset: {
          call: 'seMetis.asset()',
          says: 'The vault holds eMetis and nothing else.',
          stake: 'What you stake would be counted in another token.',
        },
        eMetisMinter: {
          call: 'Config.eMetisMinter()',
          says: 'Config names the minter this app sends METIS to.',
          stake: 'Your METIS would go to a minter that the protocol does not use.',
        },
        eMetis: {
          call: 'Config.eMetis()',
          says: 'Config names the eMetis this app shows and spends.',
          stake: 'You would approve and receive a token that the protocol does not use.',
        },
        seMetis: {
          call: 'Config.seMetis()',
          says: 'Config names the vault this app stakes in.',
          stake: 'Your stake would sit in a vault that is paid no rewards.',
        },
      },
    },
  },
  zh: {
    title: '你签名时面对的合约',
    lead: '这里列出本应用用到的每一个合约：地址怎么找到的，核对了什么，谁有权更改。全部内容都直接读自两条链，你也可以自己再读一遍。',
    source: '{chain}，区块 {block}，{time}',
    read: '{ago}读取。',
    unread: '没有回应',
    wiring: {
      title: '合约之间的指向对不对',
      lead: '向合约本身提五个问题。只要有一个答案不对或者没有答案，本应用就不能签名。',
      good: '五个答案都对。',
      bad: '有的答案不对，查明之前，这里不能签名。',
      asked: '提问',
      expected: '应为',
      answered: '回答',
      stake: '如果不是',
      right: '一致',
      wrong: '不符',
      silent: '没有回答',
      anyConfig: '任一 Config',
      steps: {
        config: {
          call: 'EMetisMinter.config()',
          says: '铸造合约与金库听命于同一个 Config。',
          stake: '暂停或改规则时，可能只有其中一个跟着变。',
        },
        asset: {
          call: 'seMetis.asset()',
          says: '金库里装的是 eMetis，别无他物。',
          stake: '你的质押会以另一种代币计数。',
        },
        eMetisMinter: {
          call: 'Config.eMetisMinter()',
          says: 'Config 所指的，正是本应用把 METIS 交给的铸造合约。',
          stake: '你的 METIS 会进入协议并不使用的铸造合约。',
        },
        eMetis: {
          call: 'Config.eMetis()',
          says: 'Config 所指的，正是本应用显示和动用的 eMetis。',
          stake: '你授权和收到的，会是协议并不使用的代币。',
        },
        seMetis: {
          call: 'Config.seMetis()',
          says: 'Config 所指的，正是本应用质押进去的金库。',
          stake: '你的质押会留在一个分不到奖励的金库里。',
        },
      },
    },
  },
} as const
