const [blocked, stopped] = ['Signing is stopped', '已停止签名']

/** Why nothing can be signed: on a button, and at length. The same words wherever something would be signed. */
export const fault = {
  en: {
    button: { wiring: blocked, code: blocked, implementation: blocked, noCode: blocked },
    note: {
      wiring:
        'The contracts do not name each other as they should: {check} is {found}, expected {expected}. Until that is explained, nothing can be signed here.',
      code: 'The code of {check} is not the code that was checked: its hash is {found}, expected {expected}. Until that is explained, nothing can be signed here.',
      implementation:
        'The code behind {check} was exchanged: it now stands for {found}, expected {expected}. Until that is explained, nothing can be signed here.',
      noCode: 'There is no contract where {check} has to be. Until that is explained, nothing can be signed here.',
    },
    unread: 'The code of {check} could not be read just now, and nothing is signed unread. Try again in a moment.',
  },
  zh: {
    button: { wiring: stopped, code: stopped, implementation: stopped, noCode: stopped },
    note: {
      wiring: '合约之间的指向不对：{check} 是 {found}，应为 {expected}。查明之前，这里不能签名。',
      code: '{check} 的代码不是核对过的代码：哈希是 {found}，应为 {expected}。查明之前，这里不能签名。',
      implementation: '{check} 背后的代码换了：现在指向 {found}，应为 {expected}。查明之前，这里不能签名。',
      noCode: '{check} 应在的地址上没有合约。查明之前，这里不能签名。',
    },
    unread: '刚才没能读到 {check} 的代码；没读到的代码，这里不签。请稍后再试。',
  },
} as const
