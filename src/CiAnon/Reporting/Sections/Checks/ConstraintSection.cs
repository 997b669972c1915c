using System.ComponentModel;

namespace CiAnon.Reporting.Sections.Checks;

public sealed record ConstraintSection(
    [property: Description("Table.")] string Table,
    [property: Description("Constraint, unique index or, of a domain and where the policy says unique, column.")] string Name,
    [property: Description("PRIMARY KEY, UNIQUE (constraint or index), EXCLUDE, CHECK, DOMAIN or FOREIGN KEY.")] string Kind,
    [property: Description("created: by PostgreSQL, or counted by it, over the rows of the output. unchanged: it held in production, and neither its columns nor its rows changed. same-function: both sides of a foreign key went through the same function. unproven: NOT VALID or NOT ENFORCED, as in production.")] string Proof);
