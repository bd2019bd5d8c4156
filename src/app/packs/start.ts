// `pack.yaml`, which makes a folder a pack with a name of its own.
import { FileError, type Files, type Place } from '../ports';

const packFile = 'pack.yaml';

/** Writes `pack.yaml` where a folder has none; answers whether it had none. */
export async function startPack(files: Files, folder: Place, yaml: string): Promise<boolean> {
	try {
		if (await files.stat(files.join(folder, packFile))) return false;
		await files.write(files.join(folder, packFile), new TextEncoder().encode(yaml), false);
		return true;
	} catch (error) {
		if (error instanceof FileError && error.fault === 'exists') return false;
		throw error;
	}
}

/** Takes a pack back that was only started, when nothing came into it. */
export async function unstartPack(files: Files, folder: Place): Promise<void> {
	await files.remove(files.join(folder, packFile));
}
