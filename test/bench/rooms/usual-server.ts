import 'reflect-metadata';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { IoAdapter } from '@nestjs/platform-socket.io';
import {
  ConnectedSocket,
  MessageBody,
  SubscribeMessage,
  WebSocketGateway,
  WebSocketServer,
} from '@nestjs/websockets';
import type { Server, Socket } from 'socket.io';
import { Column, CreateDateColumn, DataSource, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** A message as most projects keep it: an id of its own, no number in the room. */
@Entity('usual_message')
@Index(['roomId', 'createdAt'])
class UsualMessage {
  @PrimaryGeneratedColumn('uuid')
  id: string;
  @Column('uuid', { name: 'room_id' })
  roomId: string;
  @Column('uuid', { name: 'client_id' })
  clientId: string;
  @Column('uuid', { name: 'sender_id', nullable: true })
  senderId: string | null;
  @Column('text')
  text: string;
  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;
}

let dataSource: DataSource;

@WebSocketGateway({ transports: ['websocket'] })
class UsualGateway {
  @WebSocketServer()
  server: Server;

  @SubscribeMessage('room:join')
  async join(@ConnectedSocket() socket: Socket, @MessageBody() { roomId }: { roomId: string }) {
    await socket.join(roomId);
    return { ok: true };
  }

  @SubscribeMessage('message:send')
  async send(@MessageBody() body: { roomId: string; clientId: string; text: string }) {
    const messages = dataSource.getRepository(UsualMessage);
    const message = await messages.save(messages.create({ ...body, senderId: body.clientId }));
    this.server.to(message.roomId).emit('message:new', message);
    return { ok: true, id: message.id, createdAt: message.createdAt };
  }
}

@Module({ providers: [UsualGateway] })
class UsualModule {}

/**
 * The usual way: a Nest gateway that saves each message by `repository.save` and then tells the room. Lighter than the
 * product in all else: no sessions, no membership, no numbers, no events. Same pool size, same database.
 */
export async function usualServer(databaseUrl: string, port: number): Promise<void> {
  dataSource = await new DataSource({
    type: 'postgres',
    url: databaseUrl,
    entities: [UsualMessage],
    synchronize: true,
    poolSize: 20,
  }).initialize();
  const app = await NestFactory.create(UsualModule, new FastifyAdapter(), { logger: ['error'] });
  app.useWebSocketAdapter(new IoAdapter(app));
  await app.listen(port, '127.0.0.1');
}
