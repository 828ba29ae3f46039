import { FileTransfers } from '@ieum/webrtc-client';
import type { ToolCode } from '../tool';
import { FilesModel } from './files-model';
import { FilesNews } from './files-news';
import { FilesPanel } from './files-panel';
import { MAX_FILE_BYTES } from './max-file-bytes';

export const filesCode: ToolCode<FilesModel> = {
  createModel: () =>
    new FilesModel({
      createTransfers: (channel) => new FileTransfers({ channel, maxFileBytes: MAX_FILE_BYTES }),
      urls: { create: (blob) => URL.createObjectURL(blob), revoke: (url) => URL.revokeObjectURL(url) },
    }),
  Panel: FilesPanel,
  News: FilesNews,
};
