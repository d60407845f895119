import { config } from 'zod/v4';

// Zod would try whether it may compile code while it runs. The pages' security policy forbids that, and the browser
// reports the try as an error.
config({ jitless: true });

export * from 'zod/v4';
