/** Fictional people of the demonstration; the password is theirs alone. */
export const demoPassword = 'nakadachi-demo';

export const demoAccounts = [
  { key: 'administrator', email: 'admin@demo.example', name: '管理 一郎', who: 'administrator' },
  {
    key: 'secretary',
    email: 'jimukyoku@demo.example',
    name: '事務 京子',
    who: 'secretary of the support body',
  },
  { key: 'coordinator', email: 'coordinator@demo.example', name: '仲田 立夫', who: 'coordinator' },
  {
    key: 'orderer',
    email: 'orderer@demo.example',
    name: '発田 注子',
    who: 'large firm: posts orders and open patents',
  },
  { key: 'supplier', email: 'supplier@demo.example', name: '受川 誠', who: 'small firm: machining' },
  { key: 'supplier2', email: 'supplier2@demo.example', name: '甘味 和子', who: 'small firm: food' },
  {
    key: 'council',
    email: 'council@demo.example',
    name: '合田 議子',
    who: 'of another body: serves on councils',
  },
] as const;

export type DemoPerson = (typeof demoAccounts)[number]['key'];
