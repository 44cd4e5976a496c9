/**
 * The words of the error page in both languages. They stand apart because the framework gives that page no properties:
 * it picks its language in the browser, and these few lines are all it then has to carry.
 */
export const error = {
  en: {
    title: 'This page could not be drawn',
    text: 'Something failed on our side while it was being put together. Your funds are not affected: the app only reads the chains until you sign.',
    again: 'Try again',
    code: 'Reference {digest}',
  },
  zh: {
    title: '页面未能显示',
    text: '生成页面时我们这边出了错。你的资金不受影响：在你签名之前，本应用只读取链上数据。',
    again: '重试',
    code: '错误编号 {digest}',
  },
} as const
