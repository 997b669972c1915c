/// <reference path=".snaplet/snaplet.d.ts" />
import { copycat, faker } from '@snaplet/copycat'
import { defineConfig } from 'snaplet'

// the rules, { not } read from here
export default defineConfig({
  select: {
    $default: true,
    public: { country: 'structure', sessions: false },
    auth: false,
  },
  transform: {
    $mode: 'auto',
    public: {
      users: ({ row }) => ({
        email: copycat.email(row.email),
        name: copycat.fullName(row.name), // a comment, with a comma
        phone: copycat.phoneNumber(row.phone, { prefixes: ['+1'] }),
        username: copycat.username(row.username),
        token: copycat.uuid(row.token),
        alias: copycat.username(row.email),
        born: copycat.dateString(row.born),
        note: null,
        status: 'active',
        title: row.title,
        slug: `${copycat.word(row.id)}-x`,
        password: copycat.password(row.password),
      }),
      orders(context) { return { total: 1 } },
      invoices: (row) => {
        return { contact: copycat.email(row.contact), iban: faker.finance.iban() }
      },
      computed: makeRules,
    },
    shop: { customers: () => ({ city: copycat.city('x') }) },
  },
  subset: {
    enabled: true,
    targets: [
      { table: 'public.users', where: "users.country = 'DE'", percent: 5, rowLimit: 1000 },
      { table: 'shop.customers', rowLimit: 10 },
      { table: chosen, rowLimit: 10 },
    ],
    keepDisconnectedTables: true,
    followNullableRelations: false,
  },
})
