import type { Question, QuestionnaireAudience, QuestionOption } from '#contracts/fair-questions.js';

type Words = readonly [ja: string, en: string];

const ask = (
  kind: Question['kind'],
  key: string,
  [label, labelEn]: Words,
  more: Partial<Question> = {},
): Question => ({ key, kind, label, labelEn, isNeeded: false, options: [], unit: '', unitEn: '', ...more });
const options = (of: Record<string, Words>): QuestionOption[] =>
  Object.entries(of).map(([key, [label, labelEn]]) => ({ key, label, labelEn }));

const again = options({
  yes: ['したい', 'Yes'],
  undecided: ['まだ決めていない', 'Not decided yet'],
  no: ['しない', 'No'],
});
const improve = ask('text', 'improve', [
  '次回に向けて、変えてほしいこと・続けてほしいこと',
  'What should change, or stay, next time?',
]);

/** What a body asks that has never asked before: few questions, the same each year. */
export const firstQuestions: Record<QuestionnaireAudience, Question[]> = {
  exhibitor: [
    ask('scale', 'satisfaction', ['出展の満足度', 'How satisfied are you with the fair?'], {
      isNeeded: true,
    }),
    ask('number', 'contacts', ['受け取った名刺・連絡先の数', 'How many contacts did you take?'], {
      unit: '件',
    }),
    ask(
      'number',
      'talks',
      ['具体的な商談になった相手の数', 'With how many did you talk about real business?'],
      {
        unit: '社',
        unitEn: 'firms',
      },
    ),
    ask('number', 'prospects', ['成約の見込みがある件数', 'How many deals do you expect?'], { unit: '件' }),
    ask('choices', 'useful', ['役に立ったもの', 'What was useful?'], {
      options: options({
        visitors: ['会場での来場者との相談', 'Talks with visitors on site'],
        online: ['オンラインでの相談', 'Talks online'],
        meetings: ['併催の商談会', 'The meeting event held with it'],
        catalogue: ['製品カタログ', 'The catalogue'],
        pavilion: ['共同出展', 'The joint pavilion'],
        sessions: ['講演・セミナー', 'Sessions'],
      }),
    }),
    ask('choice', 'again', ['次回も出展したいですか', 'Would you exhibit again?'], { options: again }),
    improve,
  ],
  visitor: [
    ask('scale', 'satisfaction', ['展示会の満足度', 'How satisfied are you with the fair?'], {
      isNeeded: true,
    }),
    ask('choices', 'purpose', ['来場の目的', 'What did you come for?'], {
      options: options({
        supplier: ['外注先・仕入先を探す', 'To find a supplier'],
        technology: ['技術・製品の情報を集める', 'To learn of techniques and products'],
        partner: ['共同開発の相手を探す', 'To find a partner for development'],
        patent: ['開放特許を探す', 'To find open patents'],
        session: ['講演・セミナーを聞く', 'To hear a session'],
      }),
    }),
    ask('choice', 'found', ['探していたものは見つかりましたか', 'Did you find what you were looking for?'], {
      options: options({
        yes: ['見つかった', 'Yes'],
        partly: ['一部見つかった', 'Partly'],
        no: ['見つからなかった', 'No'],
      }),
    }),
    ask('number', 'talks', ['これから商談したい出展者の数', 'With how many exhibitors will you talk on?'], {
      unit: '社',
      unitEn: 'firms',
    }),
    ask('choice', 'again', ['次回も来場したいですか', 'Would you come again?'], { options: again }),
    improve,
  ],
};
