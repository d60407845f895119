import { CreatePlatform1764000000000 } from './1764000000000-create-platform.js';
import { CreateSearchTextState1764100100000 } from './1764100100000-create-search-text-state.js';
import { AddFileScan1764200301000 } from './1764200301000-add-file-scan.js';

export const PlatformMigrations = [
  CreatePlatform1764000000000,
  CreateSearchTextState1764100100000,
  AddFileScan1764200301000,
];
