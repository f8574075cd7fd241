/** What a browser tells about a file before it is read. */
export interface ChosenFile {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
}

export type UploadDefect = 'empty' | 'document' | 'picture' | 'pdf' | 'archive' | 'wps' | 'unknown_type' | 'too_many' | 'too_large';

export interface UploadProblem {
  /** null: it is about the files together. */
  readonly fileName: string | null;
  readonly defect: UploadDefect;
}

// The server's limits (receive-upload.ts); said here before minutes of sending.
export const mostFiles = 20;
export const mostMegabytesTogether = 64;

export const readableEndings = ['xlsx', 'xlsm', 'xls', 'csv', 'txt', 'tsv', 'html', 'htm'] as const;

/** For the file dialog: only what can be read is offered. */
export const acceptedFiles = readableEndings.map((ending) => `.${ending}`).join(',');

const defectsByEnding: Readonly<Record<string, UploadDefect>> = {
  doc: 'document', docx: 'document', wps: 'document', rtf: 'document', ppt: 'document', pptx: 'document',
  jpg: 'picture', jpeg: 'picture', png: 'picture', gif: 'picture', bmp: 'picture', heic: 'picture', webp: 'picture', tif: 'picture', tiff: 'picture',
  pdf: 'pdf', ofd: 'pdf', zip: 'archive', rar: 'archive', '7z': 'archive', gz: 'archive', et: 'wps', ett: 'wps',
};

/** Everything that speaks against sending these files; empty: send them. */
export function uploadProblems(files: readonly ChosenFile[]): UploadProblem[] {
  const single = files.flatMap((file): UploadProblem[] => {
    const defect = fileDefect(file);
    return defect === null ? [] : [{ fileName: file.name, defect }];
  });
  const bytesTogether = files.reduce((sum, file) => sum + file.size, 0);
  return [
    ...single,
    ...(files.length > mostFiles ? [{ fileName: null, defect: 'too_many' as const }] : []),
    ...(bytesTogether > mostMegabytesTogether * 1024 * 1024 ? [{ fileName: null, defect: 'too_large' as const }] : []),
  ];
}

function fileDefect({ name, size }: ChosenFile): UploadDefect | null {
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  if (!readableEndings.some((readable) => readable === ending)) return defectsByEnding[ending] ?? 'unknown_type';
  return size === 0 ? 'empty' : null;
}
