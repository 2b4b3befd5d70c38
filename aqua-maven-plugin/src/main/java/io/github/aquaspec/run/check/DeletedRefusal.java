package io.github.aquaspec.run.check;

import io.github.aquaspec.client.JobReply;
import io.github.aquaspec.run.failure.ServerCode;
import io.github.aquaspec.run.plan.JobPlan;
import io.github.aquaspec.spec.diagnostic.Diagnostic;
import io.github.aquaspec.spec.zoql.Query;
import java.util.Optional;

/**
 * A batch in the state {@code deleted_notallowed}: its object has no deleted records to give (Zuora documentation, Export
 * deleted data).
 */
final class DeletedRefusal {

    private DeletedRefusal() {}

    static Diagnostic of(JobPlan plan, int query, JobReply job) {
        Optional<String> object = FieldInQuery.tree(plan.spec().queries().get(query))
                .map(Query::from)
                .map(from -> from.text());
        return Diagnostic.of(
                        ServerCode.DELETED_REFUSED,
                        "job " + job.id() + " could not give the deleted records of "
                                + object.orElse("query " + plan.quoted(query)))
                .at(plan.places().key(FieldInQuery.deleted(query)))
                .fix("remove `deleted` from this query");
    }
}
