// Writes config/README.md from the schema of the configuration, as built.
import { writeFileSync } from 'node:fs';
import { describeConfig } from '../dist/libs/platform/config/index.js';

writeFileSync(new URL('../config/README.md', import.meta.url), describeConfig());
