// Entry of the dictionary of simplified characters, which several bundles need once they compare texts.
export { simplifiedEntries } from '../core/text/characters/simplifiedEntries';
