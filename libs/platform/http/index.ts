export { AppError, found, notFound, StaleError } from './app-error.js';
export { blankAnswers } from './blank-answers.js';
export { fieldsOf, parseFields } from './fields.js';
export { languageOf } from './language.js';
export { CurrentActor, FromRequest, MaybeActor, Route, type AppRequest, type Input } from './route.js';
export { sendFile, type FileAnswer } from './send-file.js';
export { readUpload, type Upload } from './upload.js';
