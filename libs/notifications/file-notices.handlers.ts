import { Injectable } from '@nestjs/common';
import { RoomsReader } from '#negotiations/index.js';
import { OrdersReader } from '#orders/index.js';
import type { RecordedEvent } from '#platform/events/index.js';
import { fileScanned } from '#platform/file-scans.js';
import { StoredFiles } from '#platform/files/index.js';
import { OnEvent } from '#platform/queue/index.js';
import { NotificationsService } from './notifications.service.js';

/** Notices about files: the scanner answers after the upload did, so that who sent one cannot have seen it. */
@Injectable()
export class FileNotices {
  constructor(
    private readonly notifications: NotificationsService,
    private readonly files: StoredFiles,
    private readonly rooms: RoomsReader,
    private readonly orders: OrdersReader,
  ) {}

  /** To who sent the file alone: its name may be what a step of disclosure protects from others. */
  @OnEvent(fileScanned, 'notifications.file-infected')
  async scanned({ id: eventId, data }: RecordedEvent<typeof fileScanned>): Promise<void> {
    const { fileId, scan, by } = data;
    const file = (await this.files.infos([fileId])).get(fileId);
    if (scan !== 'infected' || !by || !file) return;
    await this.notifications.tell([by], {
      ...{ eventId, kind: 'file-infected', values: { name: file.name } },
      link: await this.placeOf(fileId),
    });
  }

  private async placeOf(fileId: string): Promise<string> {
    const roomId = await this.rooms.withFile(fileId);
    if (roomId) return `/rooms/${roomId}?tab=files`;
    const orderId = await this.orders.withAttachment(fileId);
    return orderId ? `/orders/${orderId}` : '/';
  }
}
