// Properties try the same cases in every run, so that a failure is one of the change and not of chance; `FC_SEED` tries
// others.
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env['FC_SEED'] ?? 77142025) });
