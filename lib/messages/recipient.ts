/**
 * What is said of somebody else's address, in both languages. Apart from the others, because it is loaded only when somebody
 * asks for it, and then picks its language in the browser.
 */
const en = {
  label: 'Recipient’s address',
  hint: 'Everything this gives will belong to that address, nothing of it to your account, and nobody can call it back. The address is not remembered.',
  own: 'Use my own account after all',
  wait: {
    correct: 'Correct the address',
    reading: 'Looking the address up',
    compare: 'Compare the address first',
  },
  fault: {
    name: 'Names are not looked up on Metis. Paste the address itself; it begins with 0x.',
    characters: 'This is no address. An address is 0x and 40 digits, each one of 0 to 9 or a to f.',
    length: 'An address has 40 digits after 0x, this has {digits}. Copy it again, all of it.',
    checksum:
      'Small and capital letters do not fit together, so a digit is wrong or was changed. Copy it from its source again.',
    zero: 'This address belongs to nobody. What is sent there is lost.',
    own: 'This is your own account. It gets everything anyway: no address is needed for that.',
    contract: 'This is a contract that the app knows, a token or a part of a protocol. What is sent there is lost.',
  },
  address: 'The whole address',
  reading: 'Looking up what your account has to do with this address.',
  known: {
    one: 'Your account has sent to this address {n} time before.',
    other: 'Your account has sent to this address {n} times before.',
  },
  first: {
    whole:
      'First time: your account has never sent to this address, as far as its seMetis transfers and this browser’s list of transactions tell. Compare it with its source, digit by digit.',
    recent:
      'First time, as far as can be seen: this browser never signed anything for this address, and in the last {blocks} blocks your account sent it nothing. Older transfers were not read. Compare it with its source, digit by digit.',
    none: 'Your transfers could not be read, and this browser never signed anything for this address. Take it for a new one, and compare it with its source, digit by digit.',
  },
  hasCome: 'It has sent to your account before. Anybody can do that; it does not tell whose it is.',
  lookAlike: {
    own: 'This is not your account, but it begins and ends like it. Addresses like this are made to be mistaken.',
    contract:
      'This is not the contract below, but it begins and ends like it. Addresses like this are made to be mistaken.',
    sent: 'This is not the address you have sent to before, but it begins and ends like it. Addresses like this are made to be mistaken.',
    seen: 'This address begins and ends like another one that your account has had to do with. One of the two may have been made to be mistaken for the other.',
  },
  like: {
    own: 'Your account',
    contract: 'The contract',
    sent: 'The address you have sent to',
    seen: 'The other address',
  },
  confirm: 'I have compared every digit',
  isContract: 'This address is a contract. Make sure that it can hold this and pass it on; many can’t.',
  codeUnread: 'Whether this address is a contract could not be read.',
  belongs: {
    stake: 'What this stake gives will belong to that address. Nobody can call it back.',
    request:
      'The ticket will belong to that address: only it can claim, cancel or speed up, and the METIS is paid to it. Nobody can call it back.',
    unstake:
      'What arrives now and what vests will both belong to that address. The vesting part is released only while that address itself stakes ENKI. Nobody can call it back.',
  },
  title: 'For somebody else',
  nothing: 'Your account gets nothing for it.',
  done: {
    stake: 'What this stake gave belongs to that address now, and nothing of it to your account.',
    request: 'The ticket belongs to that address now, and is not among your tickets.',
    unstake: 'What arrived and what vests belong to that address now, and nothing of it to your account.',
  },
  named: 'the recipient you named',
  to: 'to the recipient',
}

const zh: typeof en = {
  label: '接收地址',
  hint: '这一笔换得的一切都将归那个地址，你的账户不会得到，谁也无法收回。这里不会记住地址。',
  own: '还是用自己的账户',
  wait: {
    correct: '请改正地址',
    reading: '正在查询这个地址',
    compare: '请先核对地址',
  },
  fault: {
    name: '本应用不解析 Metis 上的域名。请粘贴以 0x 开头的地址本身。',
    characters: '这不是地址。地址由 0x 加 40 位组成，每一位是 0 到 9 或 a 到 f。',
    length: '地址在 0x 之后有 40 位，这里有 {digits} 位。请重新完整复制。',
    checksum: '大小写对不上，说明有某一位写错或被改动过。请从来源处重新复制。',
    zero: '这个地址不属于任何人，转过去就找不回来了。',
    own: '这就是你自己的账户，本来就归它，不必填写地址。',
    contract: '这是应用所知的合约（代币或协议的一部分），转过去就找不回来了。',
  },
  address: '完整地址',
  reading: '正在查询你的账户与这个地址的往来。',
  known: {
    one: '你的账户向这个地址转过 {n} 次。',
    other: '你的账户向这个地址转过 {n} 次。',
  },
  first: {
    whole: '首次：从 seMetis 转账和这个浏览器的交易记录来看，你的账户从未向这个地址转过。请与来源逐位核对。',
    recent:
      '就所能查到的而言是首次：这个浏览器没有为这个地址签过名，最近 {blocks} 个区块里你的账户也没有向它转过；更早的转账没有查。请与来源逐位核对。',
    none: '没能读到你的转账，而这个浏览器没有为这个地址签过名。请当作新地址，与来源逐位核对。',
  },
  hasCome: '它曾向你的账户转入过。谁都可以这样做，这不能说明它是谁的。',
  lookAlike: {
    own: '这不是你的账户，只是头尾与它相同。这类地址往往是造出来让人认错的。',
    contract: '这不是下面的合约，只是头尾与它相同。这类地址往往是造出来让人认错的。',
    sent: '这不是你之前转过的地址，只是头尾与它相同。这类地址往往是造出来让人认错的。',
    seen: '这个地址的头尾与另一个和你的账户有过往来的地址相同，其中一个可能是造出来让人认错的。',
  },
  like: {
    own: '你的账户',
    contract: '那个合约',
    sent: '你转过的地址',
    seen: '另一个地址',
  },
  confirm: '我已逐位核对',
  isContract: '这个地址是合约。请确认它能持有并转出这些资产，许多合约做不到。',
  codeUnread: '没能查明这个地址是否为合约。',
  belongs: {
    stake: '这次质押换得的代币将归那个地址，谁也无法收回。',
    request: '赎回凭证将归那个地址：只有它能领取、取消或提前，METIS 也付给它。谁也无法收回。',
    unstake:
      '立即到账的和归属释放的部分都将归那个地址；归属部分只有在那个地址自己质押 ENKI 期间才会释放。谁也无法收回。',
  },
  title: '给他人',
  nothing: '你的账户不会得到任何东西。',
  done: {
    stake: '这次质押换得的代币已归那个地址，你的账户没有得到。',
    request: '赎回凭证已归那个地址，不在你的凭证之列。',
    unstake: '到账的和归属释放的部分已归那个地址，你的账户没有得到。',
  },
  named: '你填写的接收地址',
  to: '给接收地址',
}

export type RecipientWords = typeof en

/** The words in the language that Intl calls `tag`. */
export const recipientWords = (tag: string): RecipientWords => (tag.startsWith('zh') ? zh : en)
