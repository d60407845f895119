import { m, type Municipality } from './taxonomy.types.js';

export const municipalities: Municipality[] = [m('14130', '川崎市', 'Kawasaki', 35.531, 139.703)];
