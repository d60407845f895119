import { createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';

/*
 * No mail server can be installed for the tests. This one speaks the part of SMTP (RFC 5321) that a sender uses,
 * over a real socket: greeting, EHLO, AUTH PLAIN (RFC 4954), MAIL, RCPT, DATA with dot-stuffing, RSET, QUIT.
 */

export interface ReceivedMail {
  from: string;
  to: string[];
  /** The message as sent, without the dots that the transfer adds. */
  message: string;
}

export class SmtpStandIn {
  readonly received: ReceivedMail[] = [];
  connections = 0;
  /** Answer to the next message instead of accepting it: `451 try later`. */
  nextAnswer: string | undefined;
  private readonly server: Server;
  private readonly sockets = new Set<Socket>();

  /** With `account`, mails are only taken after a log-in. Recipients that start with `unknown` are refused. */
  constructor(private readonly account?: { user: string; password: string }) {
    this.server = createServer((socket) => this.serve(socket));
  }

  /** Starts on a free port, which it returns. */
  async start(): Promise<number> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return (this.server.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private serve(socket: Socket): void {
    this.connections += 1;
    this.sockets.add(socket);
    socket.on('close', () => this.sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    const session = new Session(this.account, (mail) => this.take(mail));
    let text = '';
    socket.write('220 stand-in ESMTP\r\n');
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1');
      for (let end = text.indexOf('\r\n'); end >= 0; end = text.indexOf('\r\n')) {
        const answer = session.line(text.slice(0, end));
        text = text.slice(end + 2);
        if (answer) socket.write(`${answer}\r\n`);
        if (answer?.startsWith('221')) socket.end();
      }
    });
  }

  private take(mail: ReceivedMail): string {
    const answer = this.nextAnswer;
    this.nextAnswer = undefined;
    if (answer) return answer;
    this.received.push(mail);
    return '250 taken';
  }
}

class Session {
  private loggedIn: boolean;
  private from: string | undefined;
  private to: string[] = [];
  private data: string[] | undefined;

  constructor(
    private readonly account: { user: string; password: string } | undefined,
    private readonly take: (mail: ReceivedMail) => string,
  ) {
    this.loggedIn = account === undefined;
  }

  /** The answer to a line, if there is one to give. */
  line(line: string): string | undefined {
    if (this.data) return this.dataLine(this.data, line);
    const [command = '', ...rest] = line.split(' ');
    const argument = rest.join(' ');
    switch (command.toUpperCase()) {
      case 'EHLO':
        return '250-stand-in\r\n250-8BITMIME\r\n250 AUTH PLAIN';
      case 'AUTH':
        return this.logIn(argument);
      case 'MAIL':
        return this.mailFrom(argument);
      case 'RCPT':
        return this.rcptTo(argument);
      case 'DATA':
        if (this.to.length === 0) return '503 no recipient';
        this.data = [];
        return '354 go on';
      case 'RSET':
        this.reset();
        return '250 ok';
      case 'NOOP':
        return '250 ok';
      case 'QUIT':
        return '221 bye';
      default:
        return '502 unknown command';
    }
  }

  private logIn(argument: string): string {
    const [, user, password] = Buffer.from(argument.replace(/^PLAIN /i, ''), 'base64')
      .toString()
      .split('\0');
    this.loggedIn = user === this.account?.user && password === this.account?.password;
    return this.loggedIn ? '235 welcome' : '535 wrong user or password';
  }

  private mailFrom(argument: string): string {
    const address = /^FROM:<([^<>\s]*)>/i.exec(argument)?.[1];
    if (!this.loggedIn) return '530 log in first';
    if (address === undefined) return '501 syntax';
    this.reset();
    this.from = address;
    return '250 ok';
  }

  private rcptTo(argument: string): string {
    const address = /^TO:<([^<>\s]+)>/i.exec(argument)?.[1];
    if (this.from === undefined) return '503 no sender';
    if (!address) return '501 syntax';
    if (address.startsWith('unknown')) return '550 no such mailbox';
    this.to.push(address);
    return '250 ok';
  }

  private dataLine(data: string[], line: string): string | undefined {
    if (line !== '.') {
      data.push(line.startsWith('.') ? line.slice(1) : line);
      return undefined;
    }
    const mail = { from: this.from ?? '', to: this.to, message: `${data.join('\r\n')}\r\n` };
    this.reset();
    return this.take(mail);
  }

  private reset(): void {
    this.from = undefined;
    this.to = [];
    this.data = undefined;
  }
}
