// For dependency-cruiser: '#orders/index.js' is libs/orders/index.ts, where package.json says what it is once built.
const { readdirSync } = require('node:fs');
const { join } = require('node:path');

const libs = join(__dirname, '../libs');

module.exports = {
  resolve: { alias: Object.fromEntries(readdirSync(libs).map((name) => [`#${name}`, join(libs, name)])) },
};
