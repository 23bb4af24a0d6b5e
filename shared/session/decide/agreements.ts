/** afspraken: what a harvest asks for (what, who, when), written down at the desk. */
import { checkValues, openField } from '../../fields/register.ts';
import { stepOf } from '../../script-queries.ts';
import { agreementOf, textsIn } from '../selectors.ts';
import { accept, type Decisions, refuse } from './decision.ts';
import { stored } from './stored.ts';

export const agreementDecisions: Decisions<'MakeAgreement' | 'RemoveAgreement'> = {
  /** Its fields are those of the step in which it was made; what the script does not leave open is filled in. */
  MakeAgreement: (state, { agreement: id, step: stepId, values }, _actor, context) => {
    const known = id === null ? undefined : agreementOf(state, id);
    if (id !== null && !known) return refuse('noSuchAgreement');
    const step = stepOf(state.script, known?.step ?? stepId);
    if (!step?.agreement) return refuse('noSuchStep');
    const fields = step.agreement;
    const problem = checkValues(values, { fields }, { script: state.script, step });
    if (problem) return refuse(problem);
    if (openField(fields, values)) return refuse('nothingWritten');
    return {
      ok: true,
      events: [
        {
          type: 'AgreementMade',
          ...{ agreement: id ?? context.newId(), step: step.id, ...stored(values, context) },
        },
      ],
      ...(known && { erase: textsIn(known.values) }),
    };
  },
  RemoveAgreement: (state, { agreement, removed }) => {
    const known = agreementOf(state, agreement);
    if (!known) return refuse('noSuchAgreement');
    return known.removed === removed ? accept() : accept({ type: 'AgreementRemoved', agreement, removed });
  },
};
