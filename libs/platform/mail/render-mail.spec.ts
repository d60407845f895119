import { describe, expect, it } from '@jest/globals';
import { renderMail } from './index.js';

const content = {
  subject: '【Nakadachi】<b>見積</b> & "条件"',
  paragraphs: ['1行目\n2行目', "<script>alert('x')</script>"],
  action: { label: '開く <now>', url: 'https://nakadachi.example/r?a=1&b=2' },
  footer: '配信停止は設定から',
};

describe('renderMail', () => {
  it('says everything in plain text', () => {
    expect(renderMail('ja', content).text).toBe(
      '1行目\n2行目\n\n' +
        "<script>alert('x')</script>\n\n" +
        '開く <now>:\nhttps://nakadachi.example/r?a=1&b=2\n\n' +
        '-- \n配信停止は設定から\n',
    );
  });

  it('escapes everything in HTML', () => {
    const { html } = renderMail('ja', content);
    expect(html).toContain('&lt;b&gt;見積&lt;/b&gt; &amp; &quot;条件&quot;</h1>');
    expect(html).toContain('&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;');
    expect(html).toContain('href="https://nakadachi.example/r?a=1&amp;b=2"');
    expect(html).toContain('開く &lt;now&gt;</a>');
    expect(html).not.toMatch(/<script|<b>/);
  });

  it('has language, title, one heading and a visible address, and loads nothing', () => {
    const { html } = renderMail('en', { ...content, footer: undefined });
    expect(html).toContain('<html lang="en">');
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(html).toMatch(/<title>[^<]+<\/title>/);
    expect(html).toContain('>https://nakadachi.example/r?a=1&amp;b=2</a>');
    expect(html).toContain('Replies are not read.');
    expect(html).not.toMatch(/<img|<link|<style|src=|url\(/);
  });

  it('keeps line breaks, and does without a button', () => {
    const { html, text } = renderMail('ja', { subject: 'x', paragraphs: ['a\nb'] });
    expect(html).toContain('a<br>b');
    expect(html).not.toContain('<a ');
    expect(text).toContain('自動でお送りしています');
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', '/relative', 'https://a b', 'https://a"onclick='])(
    'refuses the address %j',
    (url) => {
      expect(() => renderMail('ja', { ...content, action: { label: 'x', url } })).toThrow(TypeError);
    },
  );
});
