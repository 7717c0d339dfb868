namespace SupplyChain.Events;

/// <summary>Which events a request wants.</summary>
internal static class EventQueries
{
    private const string Types = "types";
    private const string Subject = "subject";

    /// <summary>What the query understands.</summary>
    public static QueryParameter[] Wanted { get; } =
    [
        QueryParameter.Text(
            Types, "Only these types: repeated, or separated by commas. With * at the end, all that begin so.").Many(),
        QueryParameter.Text(
            Subject, "Only events of this subject, such as order/ERP-4711. With * at the end, of all that begin so."),
    ];

    /// <summary>What the query says.</summary>
    public static (Items<string> Types, string? Subject) Read(QueryReader query)
    {
        var subject = query.Text(Subject);
        if (SubjectPattern.Fault(subject) is { } fault)
            query.Refuse(Subject, fault);
        return (query.Names(Types), subject);
    }
}
