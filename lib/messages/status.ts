/** What stops a build from the outside (public/status.json), above the page and in the dialog of a transaction; and that our server is out of reach. */
export const status = {
  en: {
    notice: {
      label: 'Notice',
      old: 'This version of the app must no longer be used to sign, so it will not ask your wallet for anything. You can go on reading.',
      damaged:
        'The file that says whether this version may still be used to sign is damaged. Until it is mended, nothing can be signed here. You can go on reading.',
      reload: 'Reload to get the current version',
      offline:
        'The app’s server can’t be reached. All that is on the page stays, and what you chose follows by itself.',
    },
    stopped: {
      oldBuild:
        'This version of the app must no longer be used to sign, so your wallet was not asked. Reload the page to get the current version; if this comes up again, a safe one is not out yet.',
      statusDamaged:
        'The file that says whether this version may still be used to sign is damaged, so your wallet was not asked. Try again later.',
    },
  },
  zh: {
    notice: {
      label: '公告',
      old: '你打开的这个版本不得再用来签名，因此不会向钱包发出任何请求。查看数据不受影响。',
      damaged: '用来说明这个版本能否签名的文件已损坏。修复之前，这里不能签名；查看数据不受影响。',
      reload: '重新加载以获取最新版本',
      offline: '暂时连不上本应用的服务器。页面上的内容都会保留，恢复后自动继续。',
    },
    stopped: {
      oldBuild:
        '你打开的这个版本不得再用来签名，因此没有请求钱包签名。请重新加载页面以获取最新版本；若仍出现这句话，说明安全的版本尚未发布。',
      statusDamaged: '用来说明这个版本能否签名的文件已损坏，因此没有请求钱包签名。请稍后再试。',
    },
  },
} as const
