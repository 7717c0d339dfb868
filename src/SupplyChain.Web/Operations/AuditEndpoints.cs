using System.ComponentModel.DataAnnotations;
using SupplyChain.Access;

namespace SupplyChain.Operations;

/// <summary>Who did what.</summary>
internal static class AuditEndpoints
{
    public static void MapAudit(this IEndpointRouteBuilder api) =>
        api.MapGet("/audit", ReadAsync)
            .Operation(
                "Operations", "readAudit",
                "Who did what, the newest first. A page takes a second at most and can have fewer entries than were "
                + "asked for; there are more as long as it has a next")
            .Queries(
            [
                QueryParameter.Text("actor", "Only what these did: names of keys.").Many(),
                QueryParameter.Text("correlation", "Only what belongs to this request."),
                QueryParameter.Text("subject", "Only of this entity, as kind/id: order/ERP-4711."),
                QueryParameter.Text(
                    "types",
                    "Only these types: repeated, or separated by commas. With * at the end, all that begin so.").Many(),
                QueryParameter.Text("from", "Only what was recorded then or later: a date or an instant."),
                QueryParameter.Text("to", "Only what was recorded before: a date or an instant."),
                .. QueryParameter.Paging,
            ])
            .Answers<PageAnswer<AuditEntryAnswer>>(200)
            .Fails(400, 422)
            .Needs(Permission.Govern);

    private static async Task<IResult> ReadAsync(HttpContext http, SupplyChainClient chain)
    {
        var query = new QueryReader(http);
        var read = new ReadAudit(
            query.After(), query.Limit(), query.Texts("actor"), query.Text("correlation"), query.Text("subject"),
            query.Names("types"), query.Instant("from"), query.Instant("to"));
        if (read.Subject is { } subject && subject.Split('/', 2) is not [{ Length: > 0 }, { Length: > 0 }])
            query.Refuse("subject", "'subject' is kind/id, such as order/ERP-4711.");
        query.Check();
        var page = await chain.ForReading(http).Operations.AuditPageAsync(read, http.RequestAborted);
        return page is null
            ? Problems.Unreadable("after", FaultCodes.Invalid, "'after' is not a 'next' of the audit trail.")
            : Answers.Page(page, AuditEntryAnswer.Of);
    }
}

/// <summary>Something that was done.</summary>
/// <param name="Event">The event's id, for example <c>order/ERP-4711/3</c>.</param>
/// <param name="Type">The event's type, for example <c>supplychain.order.cancelled.v2</c>.</param>
/// <param name="Subject">The entity, for example <c>order/ERP-4711</c>.</param>
/// <param name="Sequence">The entity's version after it.</param>
/// <param name="RecordedAt">When it was recorded.</param>
/// <param name="Actor">
/// Who did it: the name of the key that was shown; a name of the product's own, such as <c>system</c>, for what it went
/// on with by itself.
/// </param>
/// <param name="Correlation">The request that it belongs to, shared by everything that followed from it.</param>
[SchemaName("AuditEntry")]
public sealed record AuditEntryAnswer(
    string Event,
    string Type,
    string Subject,
    long Sequence,
    DateTimeOffset RecordedAt,
    [property: MaxLength(Limits.MaxText)] string Actor,
    string Correlation)
{
    internal static AuditEntryAnswer Of(AuditEntry entry) => new(
        entry.Event, entry.Type, entry.Subject, entry.Sequence, entry.RecordedAt, entry.Actor, entry.Correlation);
}
