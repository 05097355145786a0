// A journey whose page complains, for the test of what a failure leaves behind.

import { fileURLToPath } from 'node:url';

import { journey } from '../journey.mjs';

const PRETENDED = fileURLToPath(new URL('./pretend-product.mjs', import.meta.url));

journey('Sổ: a page that complains', { binary: PRETENDED }, async (scene) => {
  const { page } = await scene.person();
  await page.goto('/throws');
});
