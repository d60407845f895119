import { CreatePlatform1764000000000 } from './1764000000000-create-platform.js';

export const PlatformMigrations = [CreatePlatform1764000000000];
