import { importsRoutes } from '@loanbook/contract/features/imports.ts';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { call } from '../../platform/client.ts';
import { links } from '../../platform/links.ts';
import { uploadProblems, type UploadProblem } from './upload-check.ts';

export interface Upload {
  readonly problems: readonly UploadProblem[];
  readonly isUploading: boolean;
  readonly error: unknown;
  readonly start: (files: readonly File[]) => void;
  readonly stop: () => void;
}

/** Sends files after a look at them, and goes on to the import they begin. */
export function useUpload(): Upload {
  const navigate = useNavigate();
  const [problems, setProblems] = useState<readonly UploadProblem[]>([]);
  const underWay = useRef<AbortController | null>(null);
  const upload = useMutation({
    mutationFn: (files: readonly File[]) => {
      const form = new FormData();
      for (const file of files) form.append('file', file, file.name);
      underWay.current = new AbortController();
      return call(importsRoutes.start, { form, signal: underWay.current.signal });
    },
    onSuccess: ({ id }) => navigate({ to: links.import, params: { importId: id } }),
  });
  return {
    problems,
    isUploading: upload.isPending,
    // Stopped by the person: nothing to report.
    error: upload.error?.name === 'AbortError' ? null : upload.error,
    start: (files) => {
      const found = uploadProblems(files);
      setProblems(found);
      upload.reset();
      if (found.length === 0) upload.mutate(files);
    },
    stop: () => underWay.current?.abort(),
  };
}
