// How references are written, as the settings say.
import type { ListOptions, ReferenceOptions } from '../../core/service';
import type { Settings } from './settings';

export function referenceOptions({ citation }: Settings): ReferenceOptions {
	const { edition, latinMarks, url, accessed, authors } = citation;
	return { edition, latin: latinMarks, url, accessed, authors };
}

export function listOptions(settings: Settings): ListOptions {
	return { ...referenceOptions(settings), order: settings.references.order };
}
